package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.document.ChunkingMethod;
import dev.retune.document.ChunkingOptions;
import dev.retune.document.ChunkingSetting;
import dev.retune.document.DocumentImporter;
import dev.retune.document.DocumentStore;
import dev.retune.document.Rechunked;
import dev.retune.document.Rechunker;
import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cutting real documents anew: what becomes of their pairs.
class RechunkTest {
  /// Words, not a model's tokens: what is tried here is the storing.
  private static final TokenCounter WORDS = text -> text.strip().split("\\s+").length;

  private static final ChunkingOptions SHORT =
      new ChunkingOptions(ChunkingMethod.SENTENCES, 40, 0, 0);

  private static final List<String> TABLES =
      List.of("document", "chunk", "query", "judgement", "setting", "page");

  @TempDir Path folder;
  private Project project;
  private PairStore store;
  private Review review;

  @BeforeEach
  void open() {
    project = Project.create(folder.resolve("p"), "p");
    store = new PairStore(project);
    review = new Review(store, "Ana", Clock.systemUTC());
  }

  @AfterEach
  void close() {
    project.close();
  }

  /// The sample's three manuals with the built-in writer's questions.
  private void fill() {
    new DocumentImporter(project, WORDS, ChunkingOptions.DEFAULT, Clock.systemUTC())
        .importFiles(List.of(Path.of("sample-data/en")), Progress.none());
    var chunks = new DocumentStore(project).allChunks();
    new QuestionRun(store, "Ana", Clock.systemUTC())
        .run(new BuiltInQuestionWriter(chunks), chunks, 3, Progress.none(), WritingListener.none());
    review.accept(store.rows().stream().map(PairRow::id).toList());
  }

  private Rechunked cut(ChunkingOptions options) {
    return new Rechunker(project, WORDS, options, null)
        .cut(new DocumentStore(project).documents(), Progress.none());
  }

  private Map<UUID, Chunk> chunks() {
    var chunks = new HashMap<UUID, Chunk>();
    new DocumentStore(project).allChunks().forEach(chunk -> chunks.put(chunk.id(), chunk));
    return chunks;
  }

  /// All that the project shows, row by row.
  private List<Map<String, Object>> state() {
    return project
        .reading()
        .withHandle(handle -> {
          var rows = new ArrayList<Map<String, Object>>();
          for (var table : TABLES) {
            var where = table.equals("chunk") ? " WHERE live = 1" : "";
            rows.addAll(handle.createQuery("SELECT * FROM " + table + where).mapToMap().list());
          }
          rows.forEach(row -> row.remove("offsets"));
          rows.forEach(row -> row.remove("lines"));
          return rows;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "SENTENCES, 40, 0, 0",
    "SENTENCES, 400, 40, 0",
    "HEADINGS, 200, 20, 30",
    "PAGES, 500, 0, 0",
    "FIXED, 60, 10, 0",
    "FIXED, 12, 0, 0",
  })
  void everyPairIsKeptMovedOrListed(
      ChunkingMethod method, int maxTokens, int overlapTokens, int minTokens) {
    fill();
    var before = state();
    var pairs = store.rows();
    var old = chunks();
    assertThat(pairs).hasSizeGreaterThan(50);

    var options = new ChunkingOptions(method, maxTokens, overlapTokens, minTokens);
    var summary = review.rechunk(cut(options), true);

    assertThat(summary.kept() + summary.moved() + summary.joined() + summary.lost().size())
        .isEqualTo(pairs.size());
    assertThat(summary.returned()).isZero();
    var now = chunks();
    assertThat(summary.chunksBefore()).isEqualTo(old.size());
    assertThat(summary.chunksAfter()).isEqualTo(now.size());
    assertThat(new DocumentStore(project).chunkCount()).isEqualTo(now.size());
    assertThat(store.rows()).hasSize(summary.kept() + summary.moved());
    var answers = new HashMap<UUID, String>();
    pairs.forEach(pair -> answers.put(pair.id(), pair.answer()));
    int whole = 0;
    int marked = 0;
    for (var pair : store.rows()) {
      assertThat(now).containsKey(pair.chunkId());
      assertThat(pair.status()).isEqualTo(ReviewStatus.ACCEPTED);
      var answer = answers.get(pair.id());
      if (answer != null) {
        whole += pair.passage().contains(answer) ? 1 : 0;
        marked++;
        // Where not the whole sentence then its greater part, and with it its middle.
        int middle = answer.length() / 2;
        assertThat(pair.passage()).contains(answer.substring(middle - 1, middle + 1));
      }
    }
    // Twelve words are less than most sentences have.
    assertThat(whole / (double) marked)
        .isGreaterThan(maxTokens == 12 ? .1 : method == ChunkingMethod.FIXED ? .3 : .9);
    assertThat(store.lost()).containsExactlyInAnyOrderElementsOf(summary.lost());
    if (maxTokens == 12) {
      assertThat(summary.lost()).isNotEmpty();
    }
    // What refers to the former chunks by id still finds them.
    assertThat(new DocumentStore(project).chunks(old.keySet())).hasSameSizeAs(old.keySet());
    assertThat(new ChunkingSetting(project).get()).isEqualTo(options);

    var after = state();
    assertThat(review.undo()).isPresent();
    assertThat(state()).isEqualTo(before);
    assertThat(store.lost()).isEmpty();
    assertThat(review.redo()).isPresent();
    assertThat(state()).isEqualTo(after);
    assertThat(store.lost()).hasSameSizeAs(summary.lost());
  }

  @Test
  void whatWasLostReturnsWhereItsTextStandsTogetherAgain() {
    fill();
    var pairs = store.rows();
    var lost =
        review.rechunk(cut(new ChunkingOptions(ChunkingMethod.FIXED, 12, 0, 0)), true).lost();
    assertThat(lost).isNotEmpty();
    var back = review.rechunk(cut(ChunkingOptions.DEFAULT), true);
    assertThat(back.returned()).isEqualTo(lost.size());
    assertThat(store.lost()).isEmpty();
    assertThat(store.rows())
        .extracting(PairRow::id)
        .containsExactlyInAnyOrderElementsOf(pairs.stream().map(PairRow::id).toList());
    // The same cut gives the same chunks, so that their pairs stand as at the beginning.
    assertThat(store.rows()).hasSameSizeAs(pairs);
    assertThat(review.undo()).isPresent();
    assertThat(store.lost()).hasSameSizeAs(lost);
  }

  @Test
  void cuttingTheSameWayChangesNothing() {
    fill();
    var before = state();
    var summary = review.rechunk(cut(ChunkingOptions.DEFAULT), true);
    assertThat(summary.action().id()).isZero();
    assertThat(summary.kept()).isEqualTo(store.rows().size());
    assertThat(state()).isEqualTo(before);
    assertThat(review.nextUndo()).contains(ActionKind.ACCEPT);
  }

  /// Three sections of one sentence each, so that it is plain what goes where.
  private List<Chunk> sections() throws IOException {
    var file = folder.resolve("a.md");
    Files.writeString(
        file, "# A\n\nRed stands on the left.\n\n# B\n\nBlue stands right of it.\n\n# C\n\nEnd.\n");
    new DocumentImporter(
            project,
            WORDS,
            new ChunkingOptions(ChunkingMethod.HEADINGS, 40, 0, 0),
            Clock.systemUTC())
        .importFiles(List.of(file), Progress.none());
    var chunks = new DocumentStore(project).allChunks();
    assertThat(chunks).hasSize(3);
    return chunks;
  }

  @Test
  void aPieceOfALongTableIsReadWithItsHead() throws IOException {
    var table = new StringBuilder("| Pump | Load |\n| --- | --- |\n");
    for (int i = 0; i < 40; i++) {
      table.append("| P%d | %d kW |\n".formatted(i, i));
    }
    var file = Files.writeString(folder.resolve("t.md"), table);
    new DocumentImporter(project, WORDS, SHORT, Clock.systemUTC())
        .importFiles(List.of(file), Progress.none());
    var last = new DocumentStore(project).allChunks().getLast();
    assertThat(last.head()).isEqualTo("| Pump | Load |\n| --- | --- |");
    var pair = review.add("What is the load of P39?", last.id()).pairs().getFirst();
    store.decisions().split(Map.of(pair, "TRAIN"), "Ana", java.time.Instant.EPOCH);
    var row = store.row(pair).orElseThrow();
    assertThat(row.passage()).isEqualTo(last.whole()).startsWith("| Pump | Load |\n| --- ");
    var data = PairDataset.of(new DocumentStore(project).allChunks(), List.of(row));
    assertThat(data.corpus()).containsEntry(last.id().toString(), last.whole());
  }

  private static final ChunkingOptions WHOLE = new ChunkingOptions(ChunkingMethod.PAGES, 400, 0, 0);

  @Test
  void pairsOfOneQuestionBecomeOneAndABlankNegativeIsReviewedAgain() throws IOException {
    var chunks = sections();
    var question = "Where does red stand?";
    var right = review.add(question, chunks.get(0).id()).pairs().getFirst();
    var wrong = review.add(question, chunks.get(1).id()).pairs().getFirst();
    review.setRelevance(List.of(wrong), 0);
    var alone = review.add("Where is green?", chunks.get(2).id()).pairs().getFirst();
    review.setRelevance(List.of(alone), 0);
    review.reject(List.of(wrong));
    var before = state();

    var summary = review.rechunk(cut(WHOLE), true);
    assertThat(summary.moved()).isEqualTo(2);
    assertThat(summary.joined()).isEqualTo(1);
    assertThat(summary.reopened()).isEqualTo(1);
    assertThat(summary.lost()).isEmpty();
    assertThat(store.rows()).extracting(PairRow::id).containsExactlyInAnyOrder(right, alone);
    assertThat(store.row(alone).orElseThrow().status()).isEqualTo(ReviewStatus.TO_REVIEW);
    assertThat(store.row(right).orElseThrow().status()).isEqualTo(ReviewStatus.ACCEPTED);
    assertThat(review.history(right).getLast().kind()).isEqualTo(ActionKind.RECHUNK);

    assertThat(review.undo()).isPresent();
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void noPassageTrainsAndJudges() throws IOException {
    var chunks = sections();
    var train = review.add("Where does red stand?", chunks.get(0).id()).pairs().getFirst();
    var test = review.add("Where does blue stand?", chunks.get(1).id()).pairs().getFirst();
    var open = review.add("Where is the end?", chunks.get(2).id()).pairs().getFirst();
    store.decisions().split(Map.of(train, "TRAIN", test, "TEST"), "Ana", java.time.Instant.EPOCH);
    var before = state();
    var summary = review.rechunk(cut(WHOLE), true);
    assertThat(summary.resplit()).isEqualTo(1);
    assertThat(store.row(train).orElseThrow().split()).isEqualTo(Split.TEST);
    assertThat(store.row(test).orElseThrow().split()).isEqualTo(Split.TEST);
    assertThat(store.row(open).orElseThrow().split()).isNull();
    assertThat(review.undo()).isPresent();
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void theSameQuestionInAnotherDocumentGoesAlong() throws IOException {
    var chunks = sections();
    var file = Files.writeString(folder.resolve("b.md"), "Red stands on the left, too.\n");
    new DocumentImporter(project, WORDS, ChunkingOptions.DEFAULT, Clock.systemUTC())
        .importFiles(List.of(file), Progress.none());
    var elsewhere = new DocumentStore(project).allChunks().getLast();
    var train = review.add("Where does red stand?", chunks.get(0).id()).pairs().getFirst();
    var test = review.add("Where does blue stand?", chunks.get(1).id()).pairs().getFirst();
    var same = review.add("where does red stand", elsewhere.id()).pairs().getFirst();
    var next = review.add("What stands on the left?", elsewhere.id()).pairs().getFirst();
    var byHand = review.add("Where does red stand? ", elsewhere.id()).pairs().getFirst();
    store
        .decisions()
        .split(
            Map.of(
                train, "TRAIN", test, "TEST", same, "TRAIN", next, "TRAIN", byHand, "VALIDATION"),
            "Ana",
            java.time.Instant.EPOCH);
    var before = state();
    var first = new DocumentStore(project).documents().getFirst();
    var summary =
        review.rechunk(
            new Rechunker(project, WORDS, WHOLE, null).cut(List.of(first), Progress.none()), false);
    assertThat(summary.resplit()).isEqualTo(3);
    assertThat(summary.action().pairs()).contains(train, same, next).doesNotContain(byHand);
    assertThat(List.of(train, test, same, next))
        .allMatch(id -> store.row(id).orElseThrow().split() == Split.TEST);
    assertThat(store.row(byHand).orElseThrow().split()).isEqualTo(Split.VALIDATION);
    assertThat(review.undo()).isPresent();
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void splitsAndLaterDecisionsSurviveAndUndoGoesInOrder() throws IOException {
    var chunks = sections();
    var pair = review.add("Where does red stand?", chunks.get(0).id()).pairs().getFirst();
    review.split(SplitOptions.recommended(1));
    var split = store.row(pair).orElseThrow().split();
    assertThat(split).isIn((Object[]) Split.values());
    var rechunk = review.rechunk(cut(WHOLE), true).action();
    assertThat(store.row(pair).orElseThrow().split()).isEqualTo(split);
    review.setRelevance(List.of(pair), 2);
    assertThat(review.undo(rechunk)).as("not the newest").isEmpty();
    assertThat(review.undo()).isPresent();
    assertThat(review.undo(rechunk)).isPresent();
    assertThat(store.row(pair).orElseThrow().chunkId()).isEqualTo(chunks.get(0).id());
  }

  @Test
  void oneDocumentAloneLeavesTheOthersAndTheSetting() {
    fill();
    var first = new DocumentStore(project).documents().getFirst();
    var others =
        new DocumentStore(project)
            .allChunks().stream().filter(c -> !c.documentId().equals(first.id())).toList();
    var rechunked = new Rechunker(project, WORDS, SHORT, null).cut(List.of(first), Progress.none());
    var summary = review.rechunk(rechunked, false);
    assertThat(summary.chunksAfter()).isGreaterThan(summary.chunksBefore());
    assertThat(new DocumentStore(project).allChunks()).containsAll(others);
    assertThat(new ChunkingSetting(project).chosen()).isEmpty();
  }

  @Test
  void whileQuestionsAreWrittenItWaits() {
    fill();
    var before = state();
    var writing = store.decisions().begin(ActionKind.WRITE, Origin.LLM, "Ana");
    var rechunked = cut(SHORT);
    assertThatThrownBy(() -> review.rechunk(rechunked, true))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("pair.rechunk.writing"));
    assertThat(state()).isEqualTo(before);
    writing.end();
    assertThat(review.rechunk(rechunked, true).action().id()).isPositive();
  }

  @Test
  void whatIsWrittenForAReplacedChunkIsNotStored() {
    fill();
    var old = new DocumentStore(project).allChunks().getFirst().id();
    review.rechunk(cut(SHORT), true);
    var rows = store.rows();
    var late =
        new NewPair(
            "Too late?",
            List.of(new NewPair.Grade(old, Review.FULL)),
            ReviewStatus.TO_REVIEW,
            null,
            null);
    store
        .decisions()
        .add(ActionKind.WRITE, List.of(late), Origin.LLM, "Ana", java.time.Instant.EPOCH);
    assertThat(store.rows()).isEqualTo(rows);
    assertThatThrownBy(() -> review.add("Too late?", old)).isInstanceOf(ProblemException.class);
  }

  /// A place at which storing fails: in the middle of the new chunks, of the log, of the moves.
  @ParameterizedTest
  @CsvSource({"INSERT, chunk", "INSERT, recut", "UPDATE, judgement", "INSERT, rechunking"})
  void aFailureInTheMiddleChangesNothing(String what, String table) {
    fill();
    var before = state();
    var rechunked = cut(SHORT);
    project
        .jdbi()
        .useHandle(handle -> {
          handle.execute("CREATE TABLE count (n)");
          handle.execute("INSERT INTO count VALUES (0)");
          handle.execute(
              "CREATE TRIGGER fails AFTER %s ON %s BEGIN".formatted(what, table)
                  + " UPDATE count SET n = n + 1;"
                  + " SELECT RAISE(ABORT, 'fails') FROM count WHERE n > %s; END"
                      .formatted(table.equals("rechunking") ? "0" : "5"));
        });
    assertThatThrownBy(() -> review.rechunk(rechunked, true)).isInstanceOf(RuntimeException.class);
    assertThat(state()).isEqualTo(before);
    project.jdbi().useHandle(handle -> handle.execute("DROP TRIGGER fails"));
    assertThat(review.rechunk(rechunked, true).action().id()).isPositive();
  }

  /// Cuts anew and dies before the transaction ends.
  static final class Victim {
    public static void main(String[] args) {
      try (var project = Project.open(Path.of(args[0]))) {
        var review = new Review(new PairStore(project), "Ana", Clock.systemUTC());
        var rechunked =
            new Rechunker(project, WORDS, SHORT, null)
                .cut(new DocumentStore(project).documents(), Progress.none());
        project
            .jdbi()
            .useTransaction(_ -> {
              var summary = review.rechunk(rechunked, true);
              Runtime.getRuntime().halt(summary.moved() > 0 ? 9 : 1);
            });
      }
    }
  }

  @Test
  void killedBeforeItsEndNothingIsChanged() throws Exception {
    fill();
    var before = state();
    project.close();
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.resolve("p").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isEqualTo(9);
    project = Project.open(folder.resolve("p"));
    store = new PairStore(project);
    assertThat(state()).isEqualTo(before);
  }
}
