package dev.retune.ui.gallery;

import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.gallery.Gallery.Picture;
import dev.retune.ui.settings.GpuModel;
import dev.retune.ui.settings.SettingsModel;
import dev.retune.ui.settings.SettingsScreen;
import dev.retune.ui.shell.Shell;
import dev.retune.ui.start.StartView;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Theme;
import dev.retune.ui.support.Ui;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The list of pictures.
final class Pictures {
  private static final Consumer<Scene> NOTHING = _ -> {};

  private Pictures() {}

  static List<Picture> all() {
    var all = new ArrayList<Picture>();
    everyLook(all, "start", ui -> new StartView(ui, new SampleStart(true)), NOTHING);
    one(all, "start-first", ui -> new StartView(ui, new SampleStart(false)), NOTHING);
    everyLook(all, "documents-full", ui -> documents(ui, SampleDocuments.full()), NOTHING);
    one(all, "documents-empty", ui -> documents(ui, SampleDocuments.empty()), NOTHING);
    everyLook(
        all,
        "documents-imported",
        ui -> {
          var screen = new DocumentsScreen(ui, SampleDocuments.full(), () -> {}, () -> {});
          screen.importFiles(
              List.of(
                  Path.of("Gland packing.pdf"),
                  Path.of("Works council scan 2004.pdf"),
                  Path.of("refused-drawings.pdf"),
                  Path.of("QX filter series.pdf")));
          return shell(ui, screen);
        },
        NOTHING);
    everyLook(
        all,
        "documents-changes",
        ui -> {
          var screen = new DocumentsScreen(ui, SampleDocuments.full(), () -> {}, () -> {});
          screen.importFiles(List.of(Path.of("TM-12 revised.pdf")));
          return shell(ui, screen);
        },
        scene -> ((javafx.scene.control.Button) scene.lookup("#import-changes")).fire());
    everyLook(all, "documents-importing", ui -> importing(ui, SampleDocuments.full()), NOTHING);
    everyLook(
        all,
        "documents-import-paused",
        ui -> importing(ui, SampleDocuments.full()),
        scene -> ((javafx.scene.control.Button) scene.lookup("#import-pause")).fire());
    everyLook(
        all,
        "documents-import-stopped",
        ui -> importing(ui, SampleDocuments.full()),
        scene -> ((javafx.scene.control.Button) scene.lookup("#import-cancel")).fire());
    one(
        all,
        "documents-first-import",
        ui -> {
          var screen = new DocumentsScreen(ui, SampleDocuments.empty(), () -> {}, () -> {});
          screen.importFiles(List.of(Path.of("endless service log.pdf"), Path.of("TM-12.pdf")));
          return shell(ui, screen);
        },
        NOTHING);
    one(
        all,
        "documents-filter",
        ui -> documents(ui, SampleDocuments.full()),
        scene ->
            ((javafx.scene.control.TextField) scene.lookup("#documents-filter")).setText("torque"));
    everyLook(
        all,
        "documents-chunking",
        ui -> documents(ui, SampleDocuments.full()),
        scene -> ((javafx.scene.control.Button) scene.lookup("#documents-chunking")).fire());
    one(all, "documents-failed", ui -> documents(ui, new FailingDocuments()), NOTHING);
    one(
        all,
        "documents-undo",
        ui -> documents(ui, SampleDocuments.full()),
        scene -> ((javafx.scene.control.Button) scene.lookup("#document-remove")).fire());
    everyLook(all, "settings", Pictures::settings, NOTHING);
    one(
        all,
        "keys",
        ui -> documents(ui, SampleDocuments.full()),
        scene -> ((javafx.scene.control.Button) scene.lookup("#open-help")).fire());
    everyLook(all, "models-full", ui -> models(ui, SampleModels.full()), NOTHING);
    one(all, "models-base", ui -> models(ui, SampleModels.onlyBase()), NOTHING);
    everyLook(
        all,
        "models-connect",
        ui -> models(ui, SampleModels.full()),
        scene -> ((javafx.scene.control.Button) scene.lookup("#models-connect")).fire());
    one(
        all,
        "working",
        ui -> {
          ui.tasks()
              .follow(ui.messages(SampleDocuments.class).text("writing"), () -> {})
              .show(
                  ui.messages(SampleDocuments.class).text("writing"),
                  84,
                  412,
                  java.util.Optional.of(java.time.Duration.ofSeconds(130)));
          return documents(ui, SampleDocuments.full());
        },
        NOTHING);
    return all;
  }

  /// In the middle of an import.
  private static Parent importing(Ui ui, SampleDocuments documents) {
    var screen = new DocumentsScreen(ui, documents, () -> {}, () -> {});
    screen.importFiles(
        List.of(
            Path.of("Gland packing.pdf"),
            Path.of("refused-drawings.pdf"),
            Path.of("QX filter series.pdf"),
            Path.of("endless service log 2004.pdf"),
            Path.of("Torque tables.xlsx"),
            Path.of("Works council agreement on the inspection of rotating machinery.docx"),
            Path.of("Seals.html")));
    return shell(ui, screen);
  }

  private static Parent settings(Ui ui) {
    var port = new SampleSettings();
    var gpu = new GpuModel(ui.tasks(), ui.memory(), port);
    var model = new SettingsModel(ui, port, gpu, () -> {});
    var shell = (Shell) shell(ui, new SettingsScreen(ui, model, List.of()));
    return shell;
  }

  private static Parent models(Ui ui, SampleModels port) {
    return shell(
        ui,
        new dev.retune.ui.models.ModelsScreen(
            ui, port, new dev.retune.ui.models.ModelsNavigation(() -> {}, _ -> {})));
  }

  private static Parent documents(Ui ui, dev.retune.ui.documents.DocumentsPort port) {
    return shell(ui, new DocumentsScreen(ui, port, () -> {}, () -> {}));
  }

  static Parent shell(Ui ui, Screen first) {
    var zh = ui.locale().getLanguage().equals("zh");
    ui.saved().now();
    return new Shell(
        ui,
        zh ? "水泵手册" : "Pump manuals",
        new SampleShell(),
        List.of(
            first,
            new StandIn(
                "pairs", zh ? "问答对" : "Pairs", new StepStatus(StepStatus.State.BEGUN, "180 / 312")),
            new StandIn("train", zh ? "训练" : "Train", StepStatus.NOT_BEGUN),
            new StandIn("compare", zh ? "比较" : "Compare", StepStatus.NOT_BEGUN),
            new StandIn("models", zh ? "模型" : "Models", StepStatus.NOT_BEGUN)),
        new StandIn("settings", "Settings", StepStatus.NOT_BEGUN));
  }

  static void one(
      List<Picture> all, String name, Function<Ui, Parent> content, Consumer<Scene> then) {
    all.add(new Picture(name, 1280, 800, Theme.LIGHT, Locale.ENGLISH, content, then));
  }

  static void everyLook(
      List<Picture> all, String name, Function<Ui, Parent> content, Consumer<Scene> then) {
    one(all, name, content, then);
    all.add(new Picture(name + "-dark", 1280, 720, Theme.DARK, Locale.ENGLISH, content, then));
    all.add(
        new Picture(
            name + "-zh", 1024, 700, Theme.LIGHT, Locale.SIMPLIFIED_CHINESE, content, then));
    all.add(new Picture(name + "-small", 1024, 700, Theme.LIGHT, Locale.ENGLISH, content, then));
  }
}
