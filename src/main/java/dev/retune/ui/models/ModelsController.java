package dev.retune.ui.models;

import dev.retune.encoder.RemoteAddress;
import dev.retune.model.ModelEntry;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import dev.retune.ui.models.ModelsModel.State;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import dev.retune.ui.support.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Wires the screen's actions to the catalogue.
final class ModelsController {
  private final Ui ui;
  private final Messages messages;
  private final ModelsPort port;
  private final ModelsModel model;
  private final LatestTask loading;
  private final Runnable changed;

  /// @param changed called when models came or went
  ModelsController(Ui ui, ModelsPort port, ModelsModel model, Runnable changed) {
    this.ui = ui;
    this.messages = ui.messages(ModelsController.class);
    this.port = port;
    this.model = model;
    this.changed = changed;
    this.loading = ui.tasks().latest();
    model.filterProperty().subscribe(_ -> model.applyFilter());
  }

  void load() {
    loading.run(
        _ -> port.models(),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<ModelsPort.Known>(var models) -> model.show(models);
            case Outcome.Failed<ModelsPort.Known>(var error) ->
                model.stateProperty().set(new State.Failed(error));
            case Outcome.Cancelled<ModelsPort.Known>() -> {}
          }
          changed.run();
        });
  }

  /// How a model, or a part of it, comes to a folder.
  private interface Export {
    void to(Path target, Progress progress);
  }

  void export(ModelEntry entry) {
    export(
        entry,
        "export.title",
        fileName(entry.name()),
        (target, progress) -> port.export(entry, target, progress));
  }

  void exportAdapter(ModelEntry entry) {
    export(
        entry,
        "export.adapter.title",
        fileName(entry.name()) + "-adapter",
        (target, progress) -> port.exportAdapter(entry, target, progress));
  }

  private void export(ModelEntry entry, String title, String file, Export how) {
    ui.files()
        .save(messages.get(title, entry.name()), file, List.of())
        .ifPresent(target -> export(entry, target, how));
  }

  private void export(ModelEntry entry, Path target, Export how) {
    run(
        messages.text("export.task", entry.name()),
        progress -> {
          how.to(target, progress);
          return target;
        },
        done ->
            ui.notices()
                .say(
                    messages.get("exported", done.toString()),
                    messages.get("exported.show"),
                    () -> ui.browser().reveal(done)));
  }

  void importFolder() {
    ui.files()
        .folder(messages.get("import.title"))
        .ifPresent(folder ->
            run(
                messages.text("import.task"),
                progress ->
                    port.importFolder(folder, String.valueOf(folder.getFileName()), progress),
                entry -> {
                  ui.saved().now();
                  ui.notices().say(messages.get("imported", entry.name()));
                  model.chosenProperty().set(Optional.of(entry));
                  load();
                }));
  }

  void connect(RemoteAddress address) {
    run(
        messages.text("connect.task", address.model()),
        progress -> port.connect(address, progress),
        entry -> {
          ui.saved().now();
          ui.notices().say(messages.get("connected", entry.name()));
          model.connectingProperty().set(false);
          model.chosenProperty().set(Optional.of(entry));
          load();
        });
  }

  void remove(ModelEntry entry) {
    run(
        messages.text("remove.task", entry.name()),
        _ -> {
          port.remove(entry);
          return entry;
        },
        gone -> {
          ui.saved().now();
          ui.notices().say(messages.get("removed", gone.name()));
          load();
        });
  }

  void copy(String code) {
    var content = new ClipboardContent();
    content.putString(code);
    Clipboard.getSystemClipboard().setContent(content);
    ui.notices().say(messages.get("code.copied"));
  }

  private <T> void run(Text title, Work<T> work, Consumer<T> then) {
    ui.tasks()
        .run(
            title,
            work,
            (Outcome<T> outcome) -> {
              switch (outcome) {
                case Outcome.Done<T>(var value) -> then.accept(value);
                case Outcome.Failed<T>(var error) ->
                    model.stateProperty().set(new State.Failed(error));
                case Outcome.Cancelled<T>() -> ui.notices().say(messages.get("stopped"));
              }
            });
  }

  private static String fileName(String name) {
    return name.strip().replaceAll("[\\\\/:*?\"<>|\\s]+", "-");
  }
}
