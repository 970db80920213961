import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

/**
 * Lucene 8 on tokens that are given, one thread.
 *
 * <p>java LucenePeer.java DOCUMENTS QUERIES INDEX RUNS. A document is a line: year, function, unit and its tokens, separated by
 * tabs, the tokens by blanks. A query is a line: kind (or, and, phrase, facets, years) and its tokens. Prints "build", "size", then
 * one line a query: its number, milliseconds (best of the runs), hits counted, and the first ten as document:score.
 */
public final class LucenePeer {
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2019;

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        Path index = Paths.get(args[2]);
        int runs = Integer.parseInt(args[3]);
        long begun = System.nanoTime();
        build(Paths.get(args[0]), index);
        out.printf("build\t%.3f%n", (System.nanoTime() - begun) / 1e9);
        long size = 0;
        try (var files = Files.list(index)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                size += Files.size(file);
            }
        }
        out.printf("size\t%d%n", size);
        begun = System.nanoTime();
        try (DirectoryReader reader = DirectoryReader.open(new MMapDirectory(index))) {
            out.printf("open\t%.3f%n", (System.nanoTime() - begun) / 1e6);
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity());
            searcher.setQueryCache(null);
            List<String[]> queries = new ArrayList<>();
            try (BufferedReader lines = Files.newBufferedReader(Paths.get(args[1]), StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    queries.add(line.split("[\t ]"));
                }
            }
            double[][] times = new double[queries.size()][runs];
            // The first rounds warm the compiler up.
            for (int round = -3; round < runs; round++) {
                for (int i = 0; i < queries.size(); i++) {
                    long start = System.nanoTime();
                    run(searcher, queries.get(i));
                    if (round >= 0) {
                        times[i][round] = (System.nanoTime() - start) / 1e6;
                    }
                }
            }
            for (int i = 0; i < queries.size(); i++) {
                Arrays.sort(times[i]);
                StringBuilder line = new StringBuilder();
                Found found = run(searcher, queries.get(i));
                line.append(i).append('\t').append(times[i][0]).append('\t').append(found.count).append('\t');
                for (ScoreDoc doc : found.best) {
                    line.append(doc.doc).append(':').append(doc.score).append(' ');
                }
                out.println(line);
            }
        }
    }

    private static void build(Path documents, Path index) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setRAMBufferSizeMB(1024);
        config.setUseCompoundFile(false);
        config.setSimilarity(new BM25Similarity());
        try (IndexWriter writer = new IndexWriter(new MMapDirectory(index), config);
                BufferedReader lines = Files.newBufferedReader(documents, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", -1);
                int year = Integer.parseInt(parts[0]);
                Document document = new Document();
                document.add(new TextField("text", parts[3], Field.Store.NO));
                document.add(new IntPoint("yearPoint", year));
                document.add(new NumericDocValuesField("year", year));
                document.add(new NumericDocValuesField("function", Integer.parseInt(parts[1])));
                document.add(new NumericDocValuesField("unit", Integer.parseInt(parts[2])));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static Found run(IndexSearcher searcher, String[] query) throws IOException {
        String kind = query[0];
        String[] tokens = Arrays.copyOfRange(query, 1, query.length);
        // No more than ten need be counted: the setting that prunes most.
        TopScoreDocCollector best = TopScoreDocCollector.create(10, kind.equals("facets") ? Integer.MAX_VALUE : 10);
        if (!kind.equals("facets")) {
            searcher.search(of(kind, tokens), best);
            return new Found(best.topDocs().scoreDocs, best.getTotalHits());
        }
        Facets facets = new Facets();
        searcher.search(of(kind, tokens), MultiCollector.wrap(best, facets));
        return new Found(best.topDocs().scoreDocs, facets.count);
    }

    private static Query of(String kind, String[] tokens) {
        if (kind.equals("phrase")) {
            return new PhraseQuery("text", tokens);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String token : tokens) {
            all.add(new TermQuery(new Term("text", token)), kind.equals("and") ? Occur.MUST : Occur.SHOULD);
        }
        return !kind.equals("years") ? all.build() : new BooleanQuery.Builder()
            .add(all.build(), Occur.MUST)
            .add(IntPoint.newRangeQuery("yearPoint", FIRST_YEAR, LAST_YEAR), Occur.FILTER)
            .build();
    }

    private static final class Found {
        final ScoreDoc[] best;
        final long count;

        Found(ScoreDoc[] best, long count) {
            this.best = best;
            this.count = count;
        }
    }

    /** Exact counts of three columns. */
    private static final class Facets extends SimpleCollector {
        private final int[] years = new int[3000];
        private final int[] functions = new int[16];
        private final int[] units = new int[1024];
        private NumericDocValues year;
        private NumericDocValues function;
        private NumericDocValues unit;
        long count;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            year = context.reader().getNumericDocValues("year");
            function = context.reader().getNumericDocValues("function");
            unit = context.reader().getNumericDocValues("unit");
        }

        @Override
        public void collect(int doc) throws IOException {
            count++;
            year.advanceExact(doc);
            years[(int) year.longValue()]++;
            function.advanceExact(doc);
            functions[(int) function.longValue()]++;
            unit.advanceExact(doc);
            units[(int) unit.longValue()]++;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
