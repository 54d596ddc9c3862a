package dev.retune.ui.train;

import dev.retune.model.ModelEntry;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.BaseChoice;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/// Which model a run tunes, and what the run is called.
final class RunSettings extends VBox {
  private static final String GROUP = "run";
  private static final String PLACE = "train-setting";

  private final Messages messages;
  private final TrainModel model;
  private final VBox base = new VBox();

  RunSettings(Ui ui, TrainModel model) {
    this.messages = ui.messages(RunSettings.class);
    this.model = model;
    getStyleClass().add("data-part");
    var name =
        new Setting<String>("name", GROUP, Setting.Kind.TEXT, now -> now, (_, typed) -> typed);
    getChildren()
        .addAll(base, new SettingRow<>(messages, PLACE, name, model.name, _ -> "", List.of()));
    model.bases.subscribe(bases -> bases.ifPresent(this::show));
  }

  private void show(BaseChoice bases) {
    var names =
        bases.models().stream()
            .collect(Collectors.toMap(ModelEntry::id, each -> said(each, bases)));
    var setting =
        new Setting<String>(
            "base",
            GROUP,
            Setting.Kind.CHOICE,
            now -> now,
            (_, chosen) -> chosen,
            bases.models().stream().map(ModelEntry::id).toList(),
            _ -> true);
    base.getChildren()
        .setAll(
            new SettingRow<>(
                messages,
                PLACE,
                setting,
                model.base,
                _ -> bases.usual(),
                List.of(),
                id -> names.getOrDefault(id, id)));
  }

  /// Models of one name are told apart by their ids.
  private static String said(ModelEntry model, BaseChoice bases) {
    var alike = bases.models().stream().filter(each -> each.name().equals(model.name())).count();
    return alike > 1 ? model.name() + " · " + model.id() : model.name();
  }
}
