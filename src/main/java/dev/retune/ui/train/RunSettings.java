package dev.retune.ui.train;

import dev.retune.model.ModelEntry;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.BaseChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/// Which model a run tunes, and what the run is called.
final class RunSettings extends VBox {
  private static final String GROUP = "run";
  private static final String PLACE = "train-setting";

  private final Messages messages;
  private final TrainModel model;
  private final VBox base = new VBox();
  private Optional<Offer> offered = Optional.empty();
  private Optional<SettingRow<String>> shown = Optional.empty();

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

  /// What the row offers; the model in force is no part of it.
  private record Offer(List<String> ids, Map<String, String> names, String usual) {}

  private void show(BaseChoice bases) {
    var names =
        bases.models().stream()
            .collect(Collectors.toMap(ModelEntry::id, each -> said(each, bases)));
    var offer =
        new Offer(bases.models().stream().map(ModelEntry::id).toList(), names, bases.usual());
    // A row that has the focus stays, unless there are other models to choose from.
    if (offered.filter(offer::equals).isEmpty()) {
      offered = Optional.of(offer);
      shown.ifPresent(SettingRow::release);
      var row = row(offer);
      shown = Optional.of(row);
      base.getChildren().setAll(row);
    }
  }

  private SettingRow<String> row(Offer offer) {
    var setting =
        new Setting<String>(
            "base",
            GROUP,
            Setting.Kind.CHOICE,
            now -> now,
            (_, chosen) -> chosen,
            offer.ids(),
            _ -> true);
    return new SettingRow<>(
        messages,
        PLACE,
        setting,
        model.base,
        _ -> offer.usual(),
        List.of(),
        id -> offer.names().getOrDefault(id, id));
  }

  /// Models of one name are told apart by their ids.
  private static String said(ModelEntry model, BaseChoice bases) {
    var alike = bases.models().stream().filter(each -> each.name().equals(model.name())).count();
    return alike > 1 ? model.name() + " · " + model.id() : model.name();
  }
}
