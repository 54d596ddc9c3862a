package dev.retune.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.encoder.Fixtures;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Pooling;
import dev.retune.encoder.Prompts;
import dev.retune.file.Home;
import dev.retune.model.ModelEntry.Kind;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogueTest {
  private static final Instant TIME = Instant.parse("2026-11-01T10:00:00Z");
  private static final Lineage LINEAGE =
      new Lineage(
          "bge-small-en-v1.5", "aa", "bb", "Manuals", "run-1", Map.of("ndcg@10", .9), Map.of());

  @TempDir Path temporary;
  private ModelCatalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = new ModelCatalogue(home(), Clock.fixed(TIME, ZoneOffset.UTC));
  }

  @Test
  void theBaseModelsAreListedBeforeTheyAreUnpacked() {
    assertThat(catalogue.list())
        .extracting(ModelEntry::id)
        .containsExactly("bge-small-en-v1.5", "bge-small-zh-v1.5");
    assertThat(catalogue.list()).noneMatch(ModelEntry::ready);
    assertThat(catalogue.find("bge-small-en-v1.5").kind()).isEqualTo(Kind.BASE);
  }

  @Test
  void anImportedFolderIsCopiedUnderAnIdOfItsOwn() {
    var first = catalogue.importFolder(Fixtures.BERT, "Tiny Model (1)", Progress.none());
    var second = catalogue.importFolder(Fixtures.ROBERTA, "Tiny Model (1)", Progress.none());
    assertThat(first.id()).isEqualTo("tiny-model-1");
    assertThat(second.id()).isEqualTo("tiny-model-1-2");
    assertThat(first.created()).isEqualTo(TIME);
    assertThat(first.name()).isEqualTo("Tiny Model (1)");
    assertThat(catalogue.find("tiny-model-1")).isEqualTo(first);
    assertThat(ModelFolder.read(first.folder()).fingerprint())
        .isEqualTo(ModelFolder.read(Fixtures.BERT).fingerprint());
    assertThat(catalogue.list()).hasSize(4);
  }

  @Test
  void otherFormsOfTheWeightsAreLeftBehind() throws IOException {
    var folder = Fixtures.copy(Fixtures.ROBERTA, temporary.resolve("downloaded"));
    Files.write(folder.resolve("pytorch_model.bin"), new byte[1000]);
    Files.createDirectory(folder.resolve(".git"));
    Files.createDirectory(folder.resolve("onnx"));
    Files.writeString(folder.resolve("onnx/tokenizer.json"), "{}");
    var entry = catalogue.importFolder(folder, "Tiny", Progress.none());
    assertThat(entry.folder().resolve("model.safetensors.index.json")).exists();
    assertThat(entry.folder().resolve("pytorch_model.bin")).doesNotExist();
    assertThat(entry.folder().resolve("model.onnx")).doesNotExist();
    assertThat(entry.folder().resolve(".git")).doesNotExist();
    assertThat(entry.folder().resolve("onnx")).doesNotExist();
  }

  @Test
  void namesOfAnyScriptMakeIds() {
    assertThat(catalogue.importFolder(Fixtures.BERT, "设备手册 v2", Progress.none()).id())
        .isEqualTo("设备手册-v2");
    assertThat(catalogue.importFolder(Fixtures.BERT, "../..", Progress.none()).id())
        .isEqualTo("model");
    assertThat(catalogue.importFolder(Fixtures.BERT, "bge-small-en-v1.5", Progress.none()).id())
        .isEqualTo("bge-small-en-v1.5-2");
  }

  @Test
  void aTunedModelKeepsItsLineageThroughExportAndImport() {
    var tuned = catalogue.register(Fixtures.BERT, "Tuned", LINEAGE);
    assertThat(tuned.kind()).isEqualTo(Kind.TUNED);
    assertThat(new ModelCatalogue(home()).find("tuned").lineage()).isEqualTo(LINEAGE);
    var target = temporary.resolve("exported");
    catalogue.export(tuned, target, Progress.none());
    assertThat(ModelFolder.read(target).prompts()).isEqualTo(new Prompts("check the ", ""));
    var back = catalogue.importFolder(target, "Back", Progress.none());
    assertThat(back.lineage()).isEqualTo(LINEAGE);
    assertThat(back.kind()).isEqualTo(Kind.IMPORTED);
  }

  @Test
  void exportNeverOverwrites() throws IOException {
    var tuned = catalogue.register(Fixtures.BERT, "Tuned", LINEAGE);
    var target = Files.createDirectory(temporary.resolve("full"));
    Files.writeString(target.resolve("mine.txt"), "keep");
    problem("model.occupied", () -> catalogue.export(tuned, target, Progress.none()));
    assertThat(target.resolve("mine.txt")).hasContent("keep");
  }

  @Test
  void aFolderIsFoundByItsPath() {
    var entry = catalogue.find(Fixtures.BERT.toString());
    assertThat(entry.folder()).isEqualTo(Fixtures.BERT.toAbsolutePath());
    assertThat(catalogue.ensure(Fixtures.BERT.toString(), Progress.none())).isEqualTo(entry);
    problem("model.unknown", () -> catalogue.find("nobody"));
    problem("model.unknown", () -> catalogue.find("bad\u0000path"));
  }

  @Test
  void removedModelsAreGone() {
    var tuned = catalogue.register(Fixtures.BERT, "Tuned", LINEAGE);
    catalogue.remove("tuned");
    assertThat(tuned.folder()).doesNotExist();
    assertThat(catalogue.list()).hasSize(2);
    problem("model.unknown", () -> catalogue.remove(Fixtures.BERT.toString()));
    var other = catalogue.register(Fixtures.BERT, "Other", LINEAGE).folder().resolve("1_Pooling");
    problem("model.unknown", () -> catalogue.remove(other.toString()));
    assertThat(other).isDirectory();
    assertThat(Fixtures.BERT).isDirectory();
  }

  @Test
  void whatIsNoModelIsNotStored() throws IOException {
    var folder = Files.createDirectory(temporary.resolve("photos"));
    problem("encoder.no_config", () -> catalogue.importFolder(folder, "Photos", Progress.none()));
    var onnx = Files.writeString(temporary.resolve("model.onnx"), "not a model");
    problem(
        "model.no_tokenizer",
        () -> catalogue.importOnnx(onnx, Pooling.CLS, Prompts.NONE, "Broken", Progress.none()));
    Files.copy(Fixtures.BERT.resolve("tokenizer.json"), temporary.resolve("tokenizer.json"));
    problem(
        "model.damaged",
        () -> catalogue.importOnnx(onnx, Pooling.CLS, Prompts.NONE, "Broken", Progress.none()));
    assertThat(catalogue.list()).hasSize(2);
    assertThat(home().models()).doesNotExist();
  }

  @Test
  void cancellingAnImportLeavesNothing() {
    assertThatThrownBy(() -> catalogue.importFolder(Fixtures.BERT, "Tiny", new Cancelled()))
        .isInstanceOf(CancellationException.class);
    assertThat(home().models()).isEmptyDirectory();
  }

  @Test
  void whatAKilledProgramLeftIsRemovedOnceItIsOld() throws IOException {
    var models = home().models();
    var old = Files.createDirectories(models.resolve(".a.part"));
    Files.writeString(old.resolve("model.safetensors"), "half");
    Files.setLastModifiedTime(old, FileTime.from(TIME.minus(Duration.ofDays(2))));
    var young = Files.createDirectories(models.resolve(".b.part"));
    Files.setLastModifiedTime(young, FileTime.from(TIME.minus(Duration.ofHours(2))));
    catalogue.register(Fixtures.BERT, "Tuned", LINEAGE);
    assertThat(old).doesNotExist();
    assertThat(young).isDirectory();
  }

  @Test
  void aDamagedFolderDoesNotHideTheOthers() throws IOException {
    catalogue.register(Fixtures.BERT, "Tuned", LINEAGE);
    var broken = Files.createDirectory(home().models().resolve("broken"));
    Files.writeString(broken.resolve("retune.json"), "{");
    var newer = Files.createDirectory(home().models().resolve("newer"));
    Files.writeString(newer.resolve("retune.json"), "{\"schema_version\": 99}");
    assertThat(catalogue.list()).extracting(ModelEntry::id).contains("tuned").hasSize(3);
  }

  @Test
  void twoAtOnceUnpackABaseModelOnce() throws Exception {
    var entries = new ModelEntry[2];
    var threads = new Thread[2];
    for (int i = 0; i < 2; i++) {
      int index = i;
      threads[i] =
          Thread.ofPlatform()
              .start(() ->
                  entries[index] =
                      new ModelCatalogue(home()).ensure("bge-small-zh-v1.5", Progress.none()));
    }
    for (var thread : threads) {
      assertThat(thread.join(Duration.ofMinutes(2))).isTrue();
    }
    assertThat(entries[0]).isNotNull().isEqualTo(entries[1]);
    assertThat(entries[0].ready()).isTrue();
    assertThat(ModelFolder.read(entries[0].folder()).prompts().query()).startsWith("为这个句子");

    // A flipped bit is noticed, and the model unpacked again.
    var weights = entries[0].folder().resolve("model.safetensors");
    var bytes = Files.readAllBytes(weights);
    bytes[bytes.length / 2] ^= 1;
    Files.write(weights, bytes);
    catalogue.ensure("bge-small-zh-v1.5", Progress.none());
    bytes[bytes.length / 2] ^= 1;
    assertThat(Files.readAllBytes(weights)).isEqualTo(bytes);
  }

  private Home home() {
    return new Home(temporary.resolve("home"));
  }

  private static void problem(String code, Runnable action) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(action::run)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private static final class Cancelled implements Progress {
    @Override
    public void begin(Text what, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }
}
