package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Every setting, folded behind one line and grouped.
final class AllSettings extends VBox {
  private final Messages messages;
  private final TrainModel model;
  private final ToggleButton fold;

  AllSettings(Ui ui, TrainModel model, TrainController controller) {
    this.messages = ui.messages(AllSettings.class);
    this.model = model;
    getStyleClass().add("all-settings");
    var title = messages.get("settings.title");
    fold = new ToggleButton(title, Controls.icon(Feather.CHEVRON_RIGHT));
    Controls.named(fold, "train-all-settings", title);
    fold.getStyleClass().addAll("flat", "fold", "strong");
    var content = new VBox();
    content.setId("train-settings");
    content.getStyleClass().add("settings-content");
    content.getChildren().addAll(heading(messages.get("settings.run")), new RunSettings(ui, model));
    var negatives = negatives();
    var group = "";
    for (var setting : SettingCatalogue.all()) {
      if (!setting.group().equals(group)) {
        group = setting.group();
        content.getChildren().add(heading(messages.get("settings." + group)));
        if (group.equals(NegativeCatalogue.GROUP)) {
          content.getChildren().addAll(new OtherDatasets(ui, model, controller), negatives);
        }
      }
      var into = group.equals(NegativeCatalogue.GROUP) ? negatives : content;
      into.getChildren().add(row(setting));
    }
    getChildren().add(fold);
    fold.selectedProperty()
        .subscribe(open -> {
          fold.setGraphic(Controls.icon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
          getChildren().remove(content);
          if (open) {
            getChildren().add(content);
          }
        });
  }

  void unfold() {
    fold.setSelected(true);
  }

  private SettingRow<TrainingSettings> row(Setting<TrainingSettings> setting) {
    return new SettingRow<>(
        messages,
        "train-setting",
        setting,
        model.settings,
        now -> TrainingSetting.standard(setting, model.standard(), now),
        List.of(model.preset, model.pairs),
        option -> words(setting, option));
  }

  /// Runs made elsewhere may have a metric that is not among those offered.
  private String words(Setting<TrainingSettings> setting, String option) {
    return setting.options().contains(option)
        ? messages.get("setting." + setting.key() + "." + option)
        : RunWords.metric(option);
  }

  /// Only other datasets name wrong passages, and not all of them do.
  private VBox negatives() {
    var rows = new VBox();
    rows.getStyleClass().add("data-part");
    Runnable show =
        () -> {
          var named =
              model.chosenOthers().stream().anyMatch(each -> each.content().negatives() > 0);
          // What differs from the card has to be seen, else nobody finds what differs.
          var differs = !model.settings.get().negatives().equals(model.standard().negatives());
          rows.setVisible(named || differs);
          rows.setManaged(named || differs);
        };
    model.others.subscribe(show);
    model.settings.subscribe(show);
    show.run();
    return rows;
  }

  private static Label heading(String text) {
    return Controls.label(text, "strong", "settings-group");
  }
}
