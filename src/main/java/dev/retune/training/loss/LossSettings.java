package dev.retune.training.loss;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.text.Problem;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The loss and what is set about it.
///
/// In files a flat object, `{"name":"TRIPLET","margin":5.0,"distance":"EUCLIDEAN"}`; what is
/// missing has its default, what is unknown is ignored.
///
/// @param name which loss
/// @param parameters exactly those that [LossTable] names for the loss
public record LossSettings(Name name, Map<LossParameter, Object> parameters) {

  /// Losses by their names in sentence-transformers.
  public enum Name {
    MULTIPLE_NEGATIVES_RANKING,
    GIST_EMBED,
    TRIPLET,
    COSINE_SIMILARITY,
    COSENT,
    ANGLE,
    CONTRASTIVE,
    ONLINE_CONTRASTIVE,
    BATCH_HARD_TRIPLET,
    MARGIN_MSE,
    DISTILL_KL_DIV;

    /// As on the command line and in messages: `multiple-negatives-ranking`.
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The loss that a person means: hyphens, underscores and case do not matter, nor does the
    /// ending of sentence-transformers' class names.
    public static Optional<Name> named(String text) {
      var wanted = plain(text).replaceFirst("loss$", "");
      return Stream.of(values()).filter(name -> plain(name.name()).equals(wanted)).findFirst();
    }

    private static String plain(String text) {
      return text.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }
  }

  /// Cosine similarity times 20, query to passage only: the default of sentence-transformers.
  public static final LossSettings DEFAULT = of(Name.MULTIPLE_NEGATIVES_RANKING);

  /// @throws dev.retune.text.ProblemException if a parameter is out of its bounds or without effect
  ///   on this loss
  public LossSettings {
    var standard = LossTable.of(name).parameters();
    var all = new EnumMap<LossParameter, Object>(LossParameter.class);
    all.putAll(standard);
    for (var given : parameters.entrySet()) {
      var parameter = given.getKey();
      if (!standard.containsKey(parameter)) {
        throw Problem.of(
                LossSettings.class, "parameter.unused", parameter.id(), name.id(), ids(standard))
            .exception();
      }
      if (!given.getValue().getClass().equals(standard.get(parameter).getClass())) {
        throw new IllegalArgumentException(parameter + " is no " + given.getValue().getClass());
      }
      if (given.getValue() instanceof Double number
          && !(number >= parameter.least() && number <= parameter.greatest())) {
        throw Problem.of(
                LossSettings.class,
                "parameter.range",
                parameter.id(),
                Double.toString(number),
                Double.toString(parameter.least()),
                Double.toString(parameter.greatest()))
            .exception();
      }
      all.put(parameter, given.getValue());
    }
    parameters = Map.copyOf(all);
  }

  private static String ids(Map<LossParameter, Object> parameters) {
    return parameters.isEmpty()
        ? "–"
        : parameters.keySet().stream()
            .sorted()
            .map(LossParameter::id)
            .collect(Collectors.joining(", "));
  }

  /// `name` with its defaults.
  public static LossSettings of(Name name) {
    return new LossSettings(name, Map.of());
  }

  /// These settings with one parameter set.
  ///
  /// @param value of the type that [LossTable] has for it
  /// @throws dev.retune.text.ProblemException if it is out of its bounds or without effect here
  public LossSettings with(LossParameter parameter, Object value) {
    var changed = new EnumMap<LossParameter, Object>(LossParameter.class);
    changed.putAll(parameters);
    changed.put(parameter, value);
    return new LossSettings(name, changed);
  }

  /// Whether `parameter` has an effect on this loss.
  public boolean takes(LossParameter parameter) {
    return parameters.containsKey(parameter);
  }

  /// A number; 0 where it has no effect.
  public double number(LossParameter parameter) {
    return parameters.get(parameter) instanceof Double number ? number : 0;
  }

  /// A truth value; false where it has no effect.
  public boolean flag(LossParameter parameter) {
    return parameters.get(parameter) instanceof Boolean flag && flag;
  }

  /// The distance between vectors; cosine where it has no effect.
  public Distance distance() {
    return parameters.get(LossParameter.DISTANCE) instanceof Distance distance
        ? distance
        : Distance.COSINE;
  }

  /// Whether it is a ranking loss: other rows' passages count as wrong for a row's query.
  public boolean ranks() {
    return takes(LossParameter.THRESHOLD);
  }

  /// Whether it needs a guide's vectors.
  public boolean guided() {
    return name == Name.GIST_EMBED;
  }

  /// Whether a teacher's scores are its targets.
  public boolean taught() {
    return name == Name.MARGIN_MSE || name == Name.DISTILL_KL_DIV;
  }

  public double scale() {
    return number(LossParameter.SCALE);
  }

  public boolean symmetric() {
    return flag(LossParameter.SYMMETRIC);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static LossSettings read(JsonNode node) {
    var name = Name.valueOf(node.path("name").asText(DEFAULT.name.name()));
    var parameters = new EnumMap<LossParameter, Object>(LossParameter.class);
    LossTable.of(name)
        .parameters()
        .forEach((parameter, standard) -> {
          var given = node.path(parameter.field());
          parameters.put(
              parameter,
              switch (standard) {
                case Double number -> given.asDouble(number);
                case Boolean flag -> given.asBoolean(flag);
                default -> Distance.valueOf(given.asText(standard.toString()));
              });
        });
    return new LossSettings(name, parameters);
  }

  @JsonValue
  Map<String, Object> written() {
    var written = new LinkedHashMap<String, Object>();
    written.put("name", name);
    parameters.keySet().stream()
        .sorted()
        .forEach(parameter -> written.put(parameter.field(), parameters.get(parameter)));
    return written;
  }
}
