package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestModels;
import dev.retune.TestWorkbench;
import dev.retune.document.Chunk;
import dev.retune.document.ChunkingMethod;
import dev.retune.document.ChunkingOptions;
import dev.retune.pair.PairRow;
import dev.retune.pair.WritingListener;
import dev.retune.task.Progress;
import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.Theme;
import dev.retune.workflow.ProjectSession;
import dev.retune.workflow.WriteQuestions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cutting the sample's documents anew in the window, on a real project.
class ChunkingViewTest {
  @TempDir Path folder;
  private final AtomicInteger changes = new AtomicInteger();
  private ProjectSession session;

  @BeforeEach
  void open() {
    session =
        TestWorkbench.withoutWorkers(TestModels.home().folder()).create(folder.resolve("p"), "p");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private ScreenWindow window(String language, Locale locale, Theme theme) throws Exception {
    session.model().choose(language.equals("zh") ? TestModels.CHINESE : TestModels.ENGLISH);
    var files = List.of("1-operating.pdf", "2-maintenance.pdf", "3-faults.pdf");
    session
        .importing()
        .run(
            files.stream().map(name -> Path.of("sample-data", language, name)).toList(),
            Progress.none());
    session
        .writing()
        .run(WriteQuestions.Writer.BUILT_IN, 2, Progress.none(), WritingListener.none());
    session.review().accept(session.pairs().rows().stream().map(PairRow::id).toList());
    var window =
        ScreenWindow.show(
            locale,
            theme,
            ui ->
                new DocumentsScreen(
                    ui, new ProjectDocuments(session), () -> {}, changes::incrementAndGet));
    window.size(1280, 720);
    window.await("passages", () -> window.shows("passage-list"));
    window.robot().clickOn("#documents-chunking");
    return window;
  }

  /// A moment at which the preview is of what is chosen.
  private static void awaitPreview(ScreenWindow window) {
    window.settle();
    window.await("preview", () -> !window.node("chunking-apply", Button.class).isDisabled());
  }

  private static String text(ScreenWindow window, String id) {
    return window.fx(() -> window.node(id, Label.class).getText());
  }

  @SuppressWarnings("unchecked")
  private static void choose(ScreenWindow window, ChunkingMethod method) {
    window.fx(() -> {
      window.node("chunking-method", ComboBox.class).setValue(method);
      return null;
    });
  }

  private static void type(ScreenWindow window, String id, String value) {
    window.robot().doubleClickOn("#" + id).write(value);
    assertThat(window.fx(() -> window.node(id, TextField.class).getText())).isEqualTo(value);
  }

  private Map<UUID, UUID> places() {
    return session.pairs().rows().stream().collect(Collectors.toMap(PairRow::id, PairRow::chunkId));
  }

  private List<UUID> chunks() {
    return session.documents().allChunks().stream().map(Chunk::id).toList();
  }

  private static List<String> texts(List<Chunk> chunks) {
    return chunks.stream().map(Chunk::text).toList();
  }

  @Test
  @SuppressWarnings("unchecked")
  void whatThePreviewShowsIsWhatIsStoredAndUndoBringsAllBack() throws Exception {
    try (var window = window("en", Locale.ENGLISH, Theme.LIGHT)) {
      awaitPreview(window);
      var before = chunks();
      var places = places();
      assertThat(places.size()).isGreaterThan(10);
      assertThat(text(window, "chunking-preview"))
          .startsWith(before.size() + " passages instead of " + before.size());

      choose(window, ChunkingMethod.HEADINGS);
      type(window, "chunking-max", "128");
      awaitPreview(window);
      List<Chunk> first =
          window.fx(() -> List.copyOf(window.node("chunking-list", ListView.class).getItems()));
      window.picture("chunking-english-light");
      window.robot().clickOn("#chunking-apply");
      window.await("cut", () -> window.shows("chunking-undo"));
      var after = session.documents().allChunks();
      assertThat(chunks()).isNotEqualTo(before);
      assertThat(texts(after.subList(0, first.size()))).isEqualTo(texts(first));
      assertThat(session.rechunking().options())
          .isEqualTo(new ChunkingOptions(ChunkingMethod.HEADINGS, 128, 32, 0));
      var texts = new HashMap<UUID, String>();
      after.forEach(chunk -> texts.put(chunk.id(), chunk.text()));
      assertThat(session.pairs().rows())
          .hasSize(places.size() - session.rechunking().lost().size())
          .allSatisfy(pair ->
              assertThat(texts.get(pair.chunkId())).contains(String.valueOf(pair.answer())));
      assertThat(text(window, "chunking-result"))
          .startsWith(before.size() + " passages became " + after.size() + ".")
          .contains("moved with");
      assertThat(changes).hasPositiveValue();
      window.picture("chunking-done-english-light");

      window.robot().clickOn("#chunking-undo");
      window.await(
          "back",
          () -> text(window, "chunking-result").equals("The former passages and pairs are back."));
      assertThat(chunks()).isEqualTo(before);
      assertThat(places()).isEqualTo(places);
      assertThat(session.rechunking().options()).isEqualTo(ChunkingOptions.DEFAULT);
      window.robot().clickOn("#chunking-close");
      window.await("closed", () -> window.shows("passage-list"));
    }
  }

  @Test
  void whatCannotBeKeptIsListedAndWrongNumbersAreSaid() throws Exception {
    try (var window = window("en", Locale.ENGLISH, Theme.DARK)) {
      awaitPreview(window);
      type(window, "chunking-max", "4");
      window.await("said", () -> text(window, "chunking-preview").contains("at most 4 tokens"));
      assertThat(window.fx(() -> window.node("chunking-apply", Button.class).isDisabled()))
          .isTrue();
      choose(window, ChunkingMethod.FIXED);
      type(window, "chunking-max", "16");
      type(window, "chunking-overlap", "0");
      awaitPreview(window);
      var pairs = session.pairs().rows().size();
      window.robot().clickOn("#chunking-apply");
      window.await("cut", () -> window.shows("chunking-undo"));
      var lost = session.rechunking().lost();
      assertThat(lost).isNotEmpty();
      assertThat(session.pairs().rows()).hasSize(pairs - lost.size());
      window.await("listed", () -> window.shows("chunking-lost"));
      assertThat(text(window, "chunking-lost-title")).startsWith(lost.size() + " pairs have");
      window.picture("chunking-lost-dark");
    }
  }

  @Test
  void changesOfTopicInChinese() throws Exception {
    try (var window = window("zh", Locale.SIMPLIFIED_CHINESE, Theme.LIGHT)) {
      awaitPreview(window);
      window.robot().clickOn("#chunking-one");
      awaitPreview(window);
      choose(window, ChunkingMethod.SEMANTIC);
      awaitPreview(window);
      window.picture("chunking-chinese-light");
      window.robot().clickOn("#chunking-apply");
      window.await("cut", () -> window.shows("chunking-undo"));
      assertThat(session.rechunking().options()).isEqualTo(ChunkingOptions.DEFAULT);
    }
  }
}
