package dev.retune.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.encoder.Windows;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.text.ProblemException;
import dev.retune.training.EarlyStopping;
import dev.retune.training.Method;
import dev.retune.training.NegativeSettings;
import dev.retune.training.TrainingSettings;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.MatryoshkaSettings;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever decides about a run can be set in the window.
class SettingCatalogueTest {
  /// Beside numbers: what can be typed where.
  private static final Map<String, String> TYPED =
      Map.of(
          "loraTargets", "query, value",
          "moduleRates", "embeddings=0.1",
          "windowSize", "128/96",
          "matryoshka", "64, 32",
          "matryoshkaWeights", "1, 0.5",
          "queryPrompt", "query: ",
          "passagePrompt", "passage: ",
          "hybridWeight", "0.3");

  /// With them every setting has an effect that has one with this method.
  private static TrainingSettings with(Method method) {
    return TrainingSettings.recommended()
        .with(method)
        .edit()
        .retrieval(new RetrievalSettings(Windows.RECOMMENDED, .5))
        .matryoshka(MatryoshkaSettings.of(List.of(256, 128)))
        .earlyStopping(new EarlyStopping(2, 0))
        .negatives(new NegativeSettings(1, false))
        .build();
  }

  @Test
  void everyFieldOfTheSettingsCanBeSet() {
    var reached = new TreeSet<String>();
    for (var method : Method.values()) {
      var start = with(method);
      for (var setting : SettingCatalogue.all()) {
        if (setting.applies().test(start)) {
          typed(setting).stream()
              .flatMap(typed -> taken(setting, start, typed))
              .forEach(after -> changed("", start, after, reached));
        }
      }
    }
    assertThat(reached).containsAll(fields("", TrainingSettings.class, with(Method.FULL)));
  }

  private static List<String> typed(Setting<TrainingSettings> setting) {
    return switch (setting.kind()) {
      case CHOICE -> setting.options();
      case SWITCH -> List.of("true", "false");
      case NUMBER, TEXT -> List.of("7", "0.25", TYPED.getOrDefault(setting.key(), "7"));
    };
  }

  /// What becomes of the settings, if it is taken.
  private static Stream<TrainingSettings> taken(
      Setting<TrainingSettings> setting, TrainingSettings start, String typed) {
    try {
      return Stream.of(setting.set().apply(start, typed));
    } catch (NumberFormatException | ProblemException _) {
      return Stream.empty();
    }
  }

  /// Adds the paths of what differs, such as `retrieval.windows`.
  private static void changed(String path, Object before, Object after, Set<String> into) {
    for (var component : before.getClass().getRecordComponents()) {
      var from = value(component, before);
      var to = value(component, after);
      var name = path + component.getName();
      if (from != null && to != null && own(component) && from.getClass() == to.getClass()) {
        changed(name + ".", from, to, into);
      } else if (from == null ? to != null : !from.equals(to)) {
        into.add(name);
      }
    }
  }

  private static List<String> fields(String path, Class<?> type, Object of) {
    var all = new ArrayList<String>();
    for (var component : type.getRecordComponents()) {
      var name = path + component.getName();
      var value = value(component, of);
      if (value != null && own(component)) {
        all.addAll(fields(name + ".", component.getType(), value));
      } else {
        all.add(name);
      }
    }
    return all;
  }

  private static @Nullable Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(component.getName(), e);
    }
  }

  private static boolean own(RecordComponent component) {
    return component.getType().isRecord();
  }

  @Test
  void promptsAreTheModelsOwnOrNoneOrOtherWords() {
    var start = TrainingSettings.recommended();
    assertThat(start.queryPrompt()).isNull();
    var choice = setting("queryPromptChoice");
    var words = setting("queryPrompt");
    assertThat(words.applies().test(start)).isFalse();
    var none = choice.set().apply(start, "NONE");
    assertThat(none.queryPrompt()).isEmpty();
    var own = choice.set().apply(none, "OWN");
    assertThat(words.applies().test(own)).isTrue();
    var typed = words.set().apply(own, "Frage: ");
    assertThat(typed.queryPrompt()).isEqualTo("Frage: ");
    assertThat(choice.get().apply(typed)).isEqualTo("OWN");
    // Emptied to be filled anew, the field stays where it is.
    assertThat(words.set().apply(typed, "")).isEqualTo(typed);
    assertThat(choice.set().apply(typed, "MODEL")).isEqualTo(start);
  }

  private static Setting<TrainingSettings> setting(String key) {
    return SettingCatalogue.all().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyParameterOfEveryLossCanBeSet() {
    for (var name : LossSettings.Name.values()) {
      var loss = LossSettings.of(name);
      var reached = new HashSet<LossParameter>();
      for (var setting : LossParameters.all("loss")) {
        if (setting.applies().test(loss)) {
          var other =
              switch (setting.kind()) {
                case CHOICE ->
                    setting.options().stream()
                        .filter(option -> !option.equals(setting.get().apply(loss)))
                        .findFirst()
                        .orElseThrow();
                case SWITCH -> "true";
                case NUMBER, TEXT -> "0.25";
              };
          var changed = setting.set().apply(loss, other);
          assertThat(setting.get().apply(changed)).isEqualTo(other);
          Stream.of(LossParameter.values())
              .filter(loss::takes)
              .filter(each -> !changed.parameters().get(each).equals(loss.parameters().get(each)))
              .forEach(reached::add);
        }
      }
      assertThat(reached).as(name.id()).isEqualTo(loss.parameters().keySet());
    }
  }
}
