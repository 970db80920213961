# A linear support vector machine over one to three characters of each unit alone: scikit-learn, as Debian packs it.
# Reads part, whether it counts, function and text, tab-separated; writes function and answer of what counts.
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

rows = [line.rstrip("\n").split("\t", 3) for line in open(sys.argv[1], encoding="utf-8")]
for part in sorted({row[0] for row in rows}):
    train = [row for row in rows if row[0] != part]
    test = [row for row in rows if row[0] == part and row[1] == "1"]
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=3, sublinear_tf=True)
    model = LinearSVC(C=0.5, random_state=0).fit(vectors.fit_transform(row[3] for row in train), [row[2] for row in train])
    for row, answer in zip(test, model.predict(vectors.transform(row[3] for row in test))):
        print(row[2], answer)
