package dev.retune.ui.train;

import dev.retune.text.ProblemException;
import dev.retune.training.TrainingSettings;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One setting: its name and term, the value, one sentence, and the default marked.
final class SettingRow extends HBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("danger");

  private static final double FIELD_HEIGHT = 32;

  private final Messages messages;
  private final Setting setting;
  private final ObjectProperty<TrainingSettings> settings;
  private final Label wrong = Controls.label("", "role-lost", "small");

  SettingRow(
      Messages messages,
      Locale locale,
      Setting setting,
      ObjectProperty<TrainingSettings> settings,
      TrainModel model) {
    this.messages = messages;
    this.setting = setting;
    this.settings = settings;
    getStyleClass().add("setting-row");
    setAlignment(Pos.TOP_LEFT);
    var name = messages.get("setting." + setting.key());
    var text =
        new VBox(
            Controls.withTerm(name, messages.get("setting." + setting.key() + ".term")),
            Controls.paragraph(messages.get("setting." + setting.key() + ".why"), "muted", "small"),
            wrong);
    text.setMaxWidth(520);
    text.setPrefWidth(520);
    wrong.setVisible(false);
    wrong.setManaged(false);
    getChildren().addAll(text, control(name, locale), standard(model));
    settings.subscribe(now -> {
      var applies = setting.applies().test(now);
      setVisible(applies);
      setManaged(applies);
    });
  }

  private Node control(String name, Locale locale) {
    var id = "train-setting-" + setting.key().replaceAll("([A-Z])", "-$1").toLowerCase(locale);
    if (setting.kind() == Setting.Kind.SWITCH) {
      var box = Controls.named(new CheckBox(), id, name);
      settings.subscribe(now -> box.setSelected(Boolean.parseBoolean(setting.get().apply(now))));
      box.setOnAction(_ -> set(Boolean.toString(box.isSelected()), box));
      var asHighAsAField = new HBox(box);
      asHighAsAField.setAlignment(Pos.CENTER_LEFT);
      asHighAsAField.setMinHeight(FIELD_HEIGHT);
      return asHighAsAField;
    }
    if (setting.kind() == Setting.Kind.CHOICE) {
      return choice(id, name);
    }
    var field = Controls.named(new TextField(), id, name);
    field.setPrefColumnCount(setting.kind() == Setting.Kind.TEXT ? 16 : 7);
    settings.subscribe(now -> {
      var value = setting.get().apply(now);
      if (!field.isFocused() && !field.getText().equals(value)) {
        field.setText(value);
      }
    });
    field.textProperty().subscribe((_, typed) -> set(typed, field));
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            // What was typed and not taken does not stay as if it had been.
            field.setText(setting.get().apply(settings.get()));
          }
        });
    return field;
  }

  private Node choice(String id, String name) {
    var box = Controls.named(new ComboBox<String>(), id, name);
    box.setConverter(new OptionWords());
    box.getItems().setAll(setting.options());
    settings.subscribe(now -> box.setValue(setting.get().apply(now)));
    box.setOnAction(_ -> set(box.getValue(), box));
    return box;
  }

  /// The options as people read them; they are chosen, never typed.
  private final class OptionWords extends StringConverter<String> {
    @Override
    public String toString(@Nullable String option) {
      return option == null ? "" : messages.get("setting." + setting.key() + "." + option);
    }

    @Override
    public String fromString(String words) {
      throw new UnsupportedOperationException(words);
    }
  }

  private void set(String typed, Node control) {
    var now = settings.get();
    if (typed.equals(setting.get().apply(now))) {
      mark(control, "");
      return;
    }
    try {
      settings.set(setting.set().apply(now, typed));
      mark(control, "");
    } catch (NumberFormatException _) {
      mark(control, messages.get("setting.number"));
    } catch (ProblemException e) {
      var problem = e.problem();
      mark(
          control,
          problem.cause().in(messages.locale()) + " " + problem.remedy().in(messages.locale()));
    }
  }

  private void mark(Node control, String what) {
    control.pseudoClassStateChanged(ERROR, !what.isEmpty());
    wrong.setText(what);
    wrong.setVisible(!what.isEmpty());
    wrong.setManaged(!what.isEmpty());
  }

  /// "default", or the way back to it.
  private HBox standard(TrainModel model) {
    var mark = Controls.label(messages.get("setting.default"), "muted", "small");
    var back = new Hyperlink();
    back.getStyleClass().add("small");
    Runnable show =
        () -> {
          var standard = setting.standard(model.standard(), settings.get());
          var same = standard.equals(setting.get().apply(settings.get()));
          mark.setVisible(same);
          mark.setManaged(same);
          back.setVisible(!same);
          back.setManaged(!same);
          var shown =
              setting.kind() == Setting.Kind.NUMBER ? standard : messages.get("setting.as.default");
          back.setText(messages.get("setting.back", shown));
          back.setAccessibleText(messages.get("setting." + setting.key()) + ": " + back.getText());
          back.setOnAction(_ -> settings.set(setting.set().apply(settings.get(), standard)));
        };
    settings.subscribe(show);
    model.preset.subscribe(show);
    model.pairs.subscribe(show);
    show.run();
    var box = new HBox(mark, back);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinHeight(32);
    return box;
  }
}
