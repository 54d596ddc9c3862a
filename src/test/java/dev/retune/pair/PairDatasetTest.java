package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.Split;
import dev.retune.document.DocumentStore;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairDatasetTest {
  @TempDir Path folder;
  private PairFixture fixture;

  @BeforeEach
  void project() {
    fixture = new PairFixture(folder.resolve("p"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private PairImport importer() {
    return new PairImport(fixture.store(), "Ana", fixture.clock);
  }

  @Test
  void acceptedPairsBecomeRowsAndQrelsOverAllChunks() {
    var chunks = fixture.document("pump.pdf", List.of("Oil it.", "Turn it.", "Stop it.", "Rest."));
    importer()
        .addReviewed(
            List.of(
                new ReviewedPair("How oiled?", chunks.subList(0, 2), 3, Split.TRAIN, null),
                new ReviewedPair("How stopped?", chunks.subList(2, 3), 2, Split.VALIDATION, null),
                new ReviewedPair("Not here?", chunks.subList(3, 4), 0, Split.VALIDATION, null)),
            Progress.none());
    fixture.written(chunks);
    var data =
        PairDataset.of(new DocumentStore(fixture.project()).allChunks(), fixture.store().rows());
    assertThat(data.corpus()).hasSize(4);
    assertThat(data.rows(Split.TRAIN)).hasSize(2);
    assertThat(data.rows(Split.VALIDATION)).hasSize(1);
    assertThat(data.queries().values()).containsExactly("How oiled?", "How stopped?", "Not here?");
    var validation = data.evaluation(Split.VALIDATION);
    assertThat(validation.queries()).hasSize(2);
    assertThat(validation.answerable()).isEqualTo(1);
    assertThat(data.rows(Split.TRAIN).getFirst().origin()).isNotNull();
    assertThat(data.hasEvaluation(Split.TEST)).isFalse();
  }

  @Test
  void aRealDataSetComesInOnceAndGoesOutAgain() {
    var file = TestData.shared("lyft-uber/val_dataset.json");
    var action = importer().importFrom(file, text -> text.length() / 4, Progress.none());
    assertThat(action.pairs()).hasSize(790);
    assertThat(action.kind()).isEqualTo(ActionKind.IMPORT);
    var row = fixture.store().rows().getFirst();
    assertThat(row.firstPage()).isZero();
    assertThat(row.documentName()).isEqualTo("val_dataset.json");
    assertThat(row.relevance()).isEqualTo(Review.FULL);
    assertThat(row.status()).isEqualTo(ReviewStatus.ACCEPTED);
    assertThat(row.origin()).isEqualTo(Origin.IMPORTED);
    var documents = new DocumentStore(fixture.project());
    assertThat(documents.allChunks()).hasSize(395);
    assertThat(documents.original(row.documentId())).isEmpty();
    assertThat(importer().importFrom(file, String::length, Progress.none()).pairs()).isEmpty();

    var out = folder.resolve("out.json");
    PairExport.llamaIndex(out, fixture.store().rows());
    var before = LlamaIndexFormat.read(file);
    var after = LlamaIndexFormat.read(out);
    assertThat(after.corpus().values())
        .containsExactlyInAnyOrderElementsOf(before.corpus().values());
    assertThat(after.queries().values().stream().collect(Collectors.toSet()))
        .isEqualTo(
            before.queries().values().stream().map(String::strip).collect(Collectors.toSet()));

    fixture.review().undo();
    assertThat(fixture.store().rows()).isEmpty();
  }

  @Test
  void aBeirFolderKeepsItsSplitsAndGrades() throws IOException {
    var beir = Files.createDirectories(folder.resolve("beir/qrels")).getParent();
    Files.writeString(
        beir.resolve("corpus.jsonl"),
        "{\"_id\":\"d1\",\"title\":\"Oil\",\"text\":\"Oil it.\"}\n"
            + "{\"_id\":\"d2\",\"title\":\"\",\"text\":\"Stop it.\"}\n");
    Files.writeString(
        beir.resolve("queries.jsonl"),
        "{\"_id\":\"q1\",\"text\":\"How oiled?\"}\n{\"_id\":\"q2\",\"text\":\"How stopped?\"}\n");
    Files.writeString(beir.resolve("qrels/train.tsv"), "query-id\tcorpus-id\tscore\nq1\td1\t2\n");
    Files.writeString(beir.resolve("qrels/test.tsv"), "query-id\tcorpus-id\tscore\nq2\td2\t1\n");
    importer().importFrom(beir, String::length, Progress.none());
    assertThat(fixture.store().rows())
        .extracting(PairRow::question, PairRow::passage, PairRow::relevance, PairRow::split)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("How oiled?", "Oil Oil it.", 2.0, Split.TRAIN),
            org.assertj.core.groups.Tuple.tuple("How stopped?", "Stop it.", 1.0, Split.TEST));
  }

  @Test
  void aFileThatCannotBeReadLeavesNothing() throws IOException {
    var file = folder.resolve("bad.json");
    Files.writeString(
        file, "{\"queries\":{\"q\":\"x\"},\"corpus\":{},\"relevant_docs\":{\"q\":[\"d\"]}}");
    assertThatThrownBy(() -> importer().importFrom(file, String::length, Progress.none()))
        .isInstanceOf(ProblemException.class);
    assertThat(new DocumentStore(fixture.project()).documents()).isEmpty();
  }

  @Test
  void csvQuotesWhatNeedsIt() throws IOException {
    var chunks = fixture.document("a,b.pdf", List.of("He said \"oil\"\nand left."));
    fixture.review().add("What, then?", chunks.getFirst());
    var file = folder.resolve("pairs.csv");
    PairExport.csv(file, fixture.store().rows());
    assertThat(Files.readString(file))
        .isEqualTo(
            "anchor,positive,score,status,split,origin,document,page,heading\r\n"
                + "\"What, then?\",\"He said \"\"oil\"\"\n"
                + "and left.\",3,ACCEPTED,,PERSON,\"a,b.pdf\",1,Chapter 0\r\n");
  }
}
