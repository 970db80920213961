import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Lucene with its Chinese analyser: paragraphs and queries, one a line; writes the places of the best paragraphs for each query. */
public final class SmartCnSearch {
    public static void main(String[] args) throws Exception {
        List<String> paragraphs = Files.readAllLines(Path.of(args[0]));
        List<String> queries = Files.readAllLines(Path.of(args[1]));
        int top = Integer.parseInt(args[2]);
        try (SmartChineseAnalyzer analyzer = new SmartChineseAnalyzer(); ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (int i = 0; i < paragraphs.size(); i++) {
                    Document document = new Document();
                    document.add(new TextField("text", paragraphs.get(i), Field.Store.NO));
                    document.add(new StoredField("place", i));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            for (String query : queries) {
                BooleanQuery.Builder words = new BooleanQuery.Builder();
                try (TokenStream tokens = analyzer.tokenStream("text", new StringReader(query))) {
                    CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
                    tokens.reset();
                    while (tokens.incrementToken()) {
                        words.add(new TermQuery(new Term("text", word.toString())), BooleanClause.Occur.SHOULD);
                    }
                    tokens.end();
                }
                StringBuilder line = new StringBuilder();
                for (ScoreDoc hit : searcher.search(words.build(), top).scoreDocs) {
                    line.append(line.length() > 0 ? " " : "").append(searcher.doc(hit.doc).get("place"));
                }
                System.out.println(line);
            }
        }
    }
}
