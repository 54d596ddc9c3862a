package dev.retune.ui.train;

import dev.retune.text.ProblemException;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One setting: its name and term, the value, one sentence, and the default marked.
///
/// @param <S> what it is a setting of
final class SettingRow<S> extends HBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("danger");

  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("-?(0?,\\d+|\\d+,\\d{1,2}|\\d+,\\d{4,})");

  private static final double FIELD_HEIGHT = 32;

  /// More options than this would have to be scrolled.
  private static final int MOST_ROWS = 12;

  private final Messages messages;
  private final Setting<S> setting;
  private final ObjectProperty<S> settings;
  private final Function<S, String> standard;
  private final UnaryOperator<String> words;
  private final Label wrong = Controls.paragraph("", "role-lost", "small");

  /// Whether what stands in the field was not taken.
  private final BooleanProperty refused = new SimpleBooleanProperty();

  private final Node control;

  /// What the row watches; it goes on for as long as the row stands.
  private Subscription watching = Subscription.EMPTY;

  /// @param place what its control is called by, before its own name
  /// @param standard its default as typed, beside the settings as they are
  /// @param deciding what the default depends on beside the settings
  SettingRow(
      Messages messages,
      String place,
      Setting<S> setting,
      ObjectProperty<S> settings,
      Function<S, String> standard,
      List<ObservableValue<?>> deciding) {
    this(
        messages,
        place,
        setting,
        settings,
        standard,
        deciding,
        option -> messages.get("setting." + setting.key() + "." + option));
  }

  /// @param words what an option is called
  SettingRow(
      Messages messages,
      String place,
      Setting<S> setting,
      ObjectProperty<S> settings,
      Function<S, String> standard,
      List<ObservableValue<?>> deciding,
      UnaryOperator<String> words) {
    this.messages = messages;
    this.setting = setting;
    this.settings = settings;
    this.standard = standard;
    this.words = words;
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
    control = setting.kind() == Setting.Kind.CHOICE ? choice(name) : typed(name);
    place(place);
    getChildren().addAll(text, asHighAsAField(control), way(deciding));
    watch(
        settings.subscribe(now -> {
          var applies = setting.applies().test(now);
          setVisible(applies);
          setManaged(applies);
        }));
  }

  /// Calls its control by another place.
  void place(String place) {
    control.setId(place + "-" + dashed(setting.key()));
  }

  /// Watches nothing any more, for a row that is taken away.
  void release() {
    watching.unsubscribe();
  }

  private void watch(Subscription more) {
    watching = watching.and(more);
  }

  private static String dashed(String key) {
    return key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Node asHighAsAField(Node control) {
    if (!(control instanceof CheckBox)) {
      return control;
    }
    var box = new HBox(control);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinHeight(FIELD_HEIGHT);
    box.setMaxHeight(FIELD_HEIGHT);
    return box;
  }

  private CheckBox ticked(String name) {
    var box = new CheckBox();
    box.setAccessibleText(name);
    watch(
        settings.subscribe(now -> box.setSelected(Boolean.parseBoolean(setting.get().apply(now)))));
    box.setOnAction(_ -> set(Boolean.toString(box.isSelected()), box));
    return box;
  }

  private Node typed(String name) {
    if (setting.kind() == Setting.Kind.SWITCH) {
      return ticked(name);
    }
    var field = new TextField();
    field.setAccessibleText(name);
    field.setPrefColumnCount(setting.kind() == Setting.Kind.TEXT ? 16 : 7);
    watch(
        settings.subscribe(now -> {
          var value = setting.get().apply(now);
          if (!field.isFocused() && !field.getText().equals(value)) {
            field.setText(value);
          }
        }));
    field.textProperty().subscribe((_, typed) -> set(typed, field));
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            // What was typed and not taken does not stay as if it had been; why stays.
            var typed = field.getText();
            var why = refused.get() ? wrong.getText() : "";
            field.setText(setting.get().apply(settings.get()));
            if (!why.isEmpty()) {
              say(messages.get("setting.not.taken", typed, why));
            }
          }
        });
    return field;
  }

  private Node choice(String name) {
    var box = new ComboBox<String>();
    box.setAccessibleText(name);
    box.setConverter(new OptionWords());
    box.setCellFactory(_ -> new OptionCell());
    box.getItems().setAll(setting.options());
    box.setVisibleRowCount(MOST_ROWS);
    watch(
        settings.subscribe(now -> {
          box.setValue(setting.get().apply(now));
          mark(box, "");
        }));
    box.setOnAction(_ -> choose(box));
    return box;
  }

  /// What is refused is said, and what was chosen before stands there again.
  private void choose(ComboBox<String> box) {
    var before = setting.get().apply(settings.get());
    if (!before.equals(box.getValue())) {
      set(box.getValue(), box);
      box.setValue(setting.get().apply(settings.get()));
    }
  }

  /// An option; muted where it would be refused.
  private final class OptionCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String option, boolean empty) {
      super.updateItem(option, empty);
      setText(option == null ? "" : words.apply(option));
      Controls.toggleStyle(this, "muted", option != null && refused(option));
    }
  }

  private boolean refused(String option) {
    try {
      var _ = setting.set().apply(settings.get(), option);
      return false;
    } catch (ProblemException _) {
      return true;
    }
  }

  /// The options as people read them; they are chosen, never typed.
  private final class OptionWords extends StringConverter<String> {
    @Override
    public String toString(@Nullable String option) {
      return option == null ? "" : words.apply(option);
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
      settings.set(taken(now, typed));
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

  /// Where a number is meant, a comma is a decimal sign as well, unless it seems to part thousands.
  private S taken(S now, String typed) {
    try {
      return setting.set().apply(now, typed);
    } catch (NumberFormatException e) {
      if (DECIMAL_COMMA.matcher(typed.strip()).matches()) {
        return setting.set().apply(now, typed.strip().replace(',', '.'));
      }
      throw e;
    }
  }

  private void mark(Node control, String what) {
    // A refused choice is gone again: what the box shows is right.
    var stands = setting.kind() != Setting.Kind.CHOICE;
    control.pseudoClassStateChanged(ERROR, stands && !what.isEmpty());
    refused.set(!what.isEmpty() && control instanceof TextField);
    say(what);
  }

  private void say(String what) {
    wrong.setText(what);
    wrong.setVisible(!what.isEmpty());
    wrong.setManaged(!what.isEmpty());
  }

  /// "default", or the way back to it.
  private HBox way(List<ObservableValue<?>> deciding) {
    var mark = Controls.label(messages.get("setting.default"), "muted", "small");
    var back = new Hyperlink();
    back.getStyleClass().add("small");
    Runnable show =
        () -> {
          var usual = standard.apply(settings.get());
          var same = usual.equals(setting.get().apply(settings.get()));
          mark.setVisible(!refused.get() && same);
          mark.setManaged(same);
          back.setVisible(!same);
          back.setManaged(!same);
          var shown =
              setting.kind() == Setting.Kind.NUMBER ? usual : messages.get("setting.as.default");
          back.setText(messages.get("setting.back", shown));
          back.setAccessibleText(messages.get("setting." + setting.key()) + ": " + back.getText());
          back.setOnAction(_ -> settings.set(setting.set().apply(settings.get(), usual)));
        };
    watch(settings.subscribe(show));
    deciding.forEach(each -> watch(each.subscribe(show)));
    refused.subscribe(show);
    show.run();
    var box = new HBox(mark, back);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinHeight(FIELD_HEIGHT);
    box.setMaxHeight(FIELD_HEIGHT);
    return box;
  }
}
