package dev.retune.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.document.Document;
import dev.retune.document.DocumentImporter;
import dev.retune.document.Outcome;
import dev.retune.document.PageReading;
import dev.retune.document.PageState;
import dev.retune.document.ReadingChoice;
import dev.retune.document.RereadRequest;
import dev.retune.document.Rereader;
import dev.retune.document.Treatment;
import dev.retune.document.ocr.OcrLanguage;
import dev.retune.pair.Action;
import dev.retune.pair.ActionKind;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.ui.documents.ReadingModel.Phase;
import dev.retune.ui.gallery.SampleDocuments;
import dev.retune.ui.support.FxTasks;
import dev.retune.ui.support.Notices;
import dev.retune.ui.support.Saved;
import dev.retune.ui.support.TestBrowser;
import dev.retune.ui.support.TestFiles;
import dev.retune.ui.support.TestUi;
import dev.retune.ui.support.Ui;
import dev.retune.ui.support.UiMemory;
import dev.retune.workflow.RereadSummary;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the dialog "Read again" does, without a window.
class ReadingControllerTest {
  private static final Document A = document("a.pdf");
  private static final Document B = document("b.pdf");

  private final ExecutorService fx = Executors.newSingleThreadExecutor();
  private final FxTasks tasks = new FxTasks(fx);
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Queue<String> fetched = new ConcurrentLinkedQueue<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final Reading port = new Reading();
  private final ReadingModel model = new ReadingModel();
  private ReadingController controller;

  private static Document document(String name) {
    return new Document(
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        name,
        "hash of " + name,
        "application/pdf",
        3,
        9,
        12_000,
        Outcome.READ,
        List.of(),
        Instant.EPOCH);
  }

  private interface Reread {
    /// Throws what goes wrong.
    void run(Collection<UUID> documents, RereadRequest request) throws InterruptedException;
  }

  private static final class Reading implements ReadingPort {
    private final Queue<RereadRequest> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Action> undone = new ConcurrentLinkedQueue<>();
    private final Map<UUID, ReadingChoice> choices = new ConcurrentHashMap<>();
    private volatile Reread reread = (_, _) -> {};

    @Override
    public List<PageReading> pages(UUID document) {
      return List.of(
          new PageReading(1, PageState.TEXT, Treatment.AUTOMATIC, false, false),
          new PageReading(2, PageState.TEXT, Treatment.AUTOMATIC, false, document.equals(A.id())));
    }

    @Override
    public ReadingChoice choice(UUID document) {
      return choices.getOrDefault(document, ReadingChoice.DEFAULT);
    }

    @Override
    public RereadSummary reread(
        Collection<UUID> documents, RereadRequest request, Progress progress) {
      requests.add(request);
      try {
        reread.run(documents, request);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new CancellationException(); // stopped: nothing came of it
    }

    @Override
    public void undo(Action action) {
      undone.add(action);
    }

    @Override
    public List<OcrLanguage> languages() {
      return List.of(new OcrLanguage("deu", false, 1_525_436));
    }

    @Override
    public List<String> chosenLanguages() {
      return List.of();
    }

    @Override
    public List<String> automaticLanguages() {
      return List.of("eng");
    }

    @Override
    public void chooseLanguages(List<String> languages) {}

    @Override
    public String addLanguage(Path file) {
      return "deu";
    }
  }

  @BeforeEach
  void controller() throws Exception {
    var sample = SampleDocuments.full();
    var documents =
        (DocumentsPort)
            Proxy.newProxyInstance(
                DocumentsPort.class.getClassLoader(),
                new Class<?>[] {DocumentsPort.class},
                (_, method, words) ->
                    switch (method.getName()) {
                      case "reading" -> port;
                      case "unlock" -> passwords.put((String) words[0], (String) words[1]);
                      case "languageBytes" -> OptionalLong.of(1_525_436);
                      case "fetchLanguage" -> {
                        fetched.add((String) words[0]);
                        held.await();
                        yield null;
                      }
                      default -> method.invoke(sample, words);
                    });
    var ui =
        new Ui(
            Locale.ENGLISH,
            tasks,
            new Notices(),
            new Saved(TestUi.CLOCK),
            UiMemory.transientMemory(),
            new TestFiles(),
            new TestBrowser(),
            TestUi.CLOCK);
    controller = fx(() -> new ReadingController(ui, documents, model, () -> {}));
  }

  @AfterEach
  void close() {
    held.countDown();
    tasks.close();
    fx.shutdownNow();
  }

  private <T> T fx(Callable<T> work) throws Exception {
    return fx.submit(work).get(20, TimeUnit.SECONDS);
  }

  private void fx(Runnable work) throws Exception {
    fx.submit(work).get(20, TimeUnit.SECONDS);
  }

  private void await(BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!fx(condition::getAsBoolean)) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
  }

  private <P extends Phase> P phase(Class<P> kind) throws Exception {
    await(() -> kind.isInstance(model.phase.get()) && !model.busy.get());
    return kind.cast(model.phase.get());
  }

  private void open(Document... documents) throws Exception {
    fx(() -> controller.open(List.of(documents)));
    phase(Phase.Choosing.class);
  }

  @Test
  void eachOfTwoLockedDocumentsGetsItsOwnPassword() throws Exception {
    var right = Map.of(A.sha256(), "one", B.sha256(), "two");
    port.reread =
        (_, _) -> {
          for (var document : List.of(A, B)) {
            var given = passwords.get(document.sha256());
            if (!right.get(document.sha256()).equals(given)) {
              var key = given == null ? "password" : "wrongPassword";
              throw Problem.of(DocumentImporter.class, key, document.name()).exception();
            }
          }
        };
    open(A, B);
    model.treatment.set(Treatment.OWN_TEXT);
    fx(() -> controller.run(job(Treatment.OWN_TEXT), true));
    var first = phase(Phase.Failed.class);
    assertThat(first.named()).containsExactly(A);
    fx(() -> controller.unlock(first, "one"));
    await(() -> model.phase.get() instanceof Phase.Failed next && next.named().contains(B));
    var second = phase(Phase.Failed.class);
    fx(() -> controller.unlock(second, "two"));
    phase(Phase.Stopped.class);
    assertThat(passwords).isEqualTo(right);
  }

  private static ReadingModel.Job job(Treatment treatment) {
    return new ReadingModel.Job(List.of(A, B), java.util.Set.of(), treatment, null);
  }

  @Test
  void severalDocumentsKeepTheLanguagesInWhichTheyDiffer() throws Exception {
    port.choices.put(A.id(), new ReadingChoice(Treatment.RECOGNISE, List.of("deu")));
    port.choices.put(B.id(), new ReadingChoice(Treatment.OWN_TEXT, List.of()));
    open(A, B);
    assertThat(model.treatment.get()).isEqualTo(Treatment.AUTOMATIC);
    assertThat(model.mixedLanguages.get()).isTrue();
    fx(() -> controller.start());
    var asked = phase(Phase.Asking.class);
    assertThat(asked.job().languages()).isNull();

    open(A, B);
    fx(() -> controller.languages().choose("eng"));
    fx(() -> controller.start());
    await(() ->
        model.phase.get() instanceof Phase.Asking(var job, _, _)
            && List.of("eng").equals(job.languages()));

    // One alone, and several that are read alike, begin with what they have.
    open(A);
    assertThat(model.treatment.get()).isEqualTo(Treatment.RECOGNISE);
    assertThat(model.languages).containsExactly("deu");
    assertThat(model.mixedLanguages.get()).isFalse();
  }

  @Test
  void aLateLanguageDoesNotLandInAnotherDialogAndIsFetchedOnce() throws Exception {
    open(A);
    fx(() -> controller.languages().fetch("deu", () -> controller.languages().choose("deu")));
    fx(() -> controller.languages().fetch("deu", () -> controller.languages().choose("deu")));
    assertThat(model.fetching).containsExactly("deu");
    fx(controller::close);
    open(B);
    held.countDown();
    await(model.fetching::isEmpty);
    assertThat(model.languages).isEmpty();
    assertThat(fetched).containsExactly("deu");

    fx(() -> controller.languages().fetch("deu", () -> controller.languages().choose("deu")));
    await(() -> model.languages.equals(List.of("deu")));
  }

  @Test
  void nothingBeginsWhilePagesAreRead() throws Exception {
    port.reread = (_, _) -> held.await();
    fx(() -> {
      controller.start(B, List.of(1), Treatment.RECOGNISE);
      // Asked for at once, while it is looked up what was corrected.
      controller.start(A, List.of(2), Treatment.RECOGNISE);
      controller.open(List.of(A));
    });
    await(() -> model.phase.get() instanceof Phase.Running);
    fx(() -> controller.start(A, List.of(2), Treatment.RECOGNISE));
    fx(controller::openLanguages);
    assertThat(model.busy.get()).isTrue();
    held.countDown();
    phase(Phase.Stopped.class);
    assertThat(port.requests).hasSize(1);

    var action = new Action(1, ActionKind.values()[0], "me", Instant.EPOCH, null, List.of());
    fx(() -> {
      controller.undo(action);
      controller.undo(action);
    });
    phase(Phase.Undone.class);
    assertThat(port.undone).hasSize(1);
  }

  @Test
  void replacingCorrectionsOfAnEarlyVersionIsAskedFor() throws Exception {
    port.reread =
        (_, request) -> {
          if (!request.overCorrected()) {
            throw Problem.of(Rereader.class, "reread.corrected", A.name(), 1, "2").exception();
          }
        };
    fx(() -> controller.start(A, List.of(1), Treatment.LEAVE_OUT));
    var asked = phase(Phase.Asking.class);
    assertThat(asked.where()).isEqualTo("a.pdf, p. 2");
    assertThat(asked.others()).isFalse();
    fx(() -> controller.run(asked.job(), true));
    phase(Phase.Stopped.class);
    assertThat(port.requests).extracting(RereadRequest::overCorrected).containsExactly(false, true);
  }
}
