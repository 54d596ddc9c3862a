package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.retune.file.Json;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against LlamaIndex and NumPy, see `make_semantic.py`.
class SemanticBreaksTest {
  private static final ChunkingOptions OPTIONS =
      new ChunkingOptions(ChunkingMethod.SEMANTIC, ChunkingOptions.MOST_TOKENS, 0, 0);

  @TempDir Path temp;

  private record Reference(
      String text, List<Integer> chunks, List<Double> values, double percentile95) {}

  private static Reference reference() {
    return Json.read(Path.of("src/test/fixtures/semantic.json"), Reference.class);
  }

  private DocumentImporter importer(Project project) {
    return new DocumentImporter(
        project,
        text -> text.split("\\s+").length,
        OPTIONS,
        new LetterCounts(),
        Clock.systemUTC(),
        null);
  }

  @Test
  void cutsWhereLlamaIndexDoes() throws Exception {
    var reference = reference();
    var file = Files.writeString(temp.resolve("text.txt"), reference.text());
    try (var project = Project.create(temp.resolve("p"), "p")) {
      importer(project).importFiles(List.of(file), Progress.none());
      var chunks = new DocumentStore(project).allChunks();
      assertThat(chunks.stream().map(chunk -> (int) chunk.text().lines().count()).toList())
          .isEqualTo(reference.chunks());
    }
  }

  @Test
  void percentileIsNumPys() {
    var reference = reference();
    var values = reference.values().stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(SemanticBreaks.percentile(values, 95))
        .isCloseTo(reference.percentile95(), within(1e-12));
    assertThat(SemanticBreaks.percentile(new double[] {3}, 95)).isEqualTo(3);
    assertThat(SemanticBreaks.above(new double[0])).isEmpty();
  }

  @Test
  void cancellingWhileSentencesAreComparedStoresNothing() throws Exception {
    var file = Files.writeString(temp.resolve("text.txt"), reference().text());
    try (var project = Project.create(temp.resolve("p"), "p")) {
      assertThatThrownBy(
              () -> importer(project).importFiles(List.of(file), new CancelledWhenComparing()))
          .isInstanceOf(CancellationException.class);
      assertThat(new DocumentStore(project).documents()).isEmpty();
    }
  }

  private static final class CancelledWhenComparing implements Progress {
    private boolean comparing;

    @Override
    public void begin(Text what, long total) {
      comparing = what.key().equals("comparing");
    }

    @Override
    public void advance(long units) {}

    @Override
    public boolean cancelled() {
      return comparing;
    }
  }
}
