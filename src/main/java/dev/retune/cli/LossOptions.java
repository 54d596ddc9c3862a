package dev.retune.cli;

import dev.retune.text.Problem;
import dev.retune.training.loss.Distance;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.MatryoshkaSettings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The loss and its parameters as options; a loss without parameters has its own defaults.
final class LossOptions {
  @Option(names = "--loss", paramLabel = "<name>")
  @Nullable String loss;

  @Option(names = "--scale")
  @Nullable Double scale;

  @Option(names = "--temperature")
  @Nullable Double temperature;

  @Option(names = "--symmetric", negatable = true)
  @Nullable Boolean symmetric;

  @Option(names = "--label-smoothing")
  @Nullable Double labelSmoothing;

  @Option(names = "--margin")
  @Nullable Double margin;

  @Option(names = "--relative-margin", negatable = true)
  @Nullable Boolean relativeMargin;

  @Option(names = "--distance", paramLabel = "cosine|euclidean")
  @Nullable Distance distance;

  @Option(names = "--threshold")
  @Nullable Double threshold;

  @Option(names = "--dot-product", negatable = true)
  @Nullable Boolean dotProduct;

  @Option(
      names = "--matryoshka",
      paramLabel = "<dimension|off>",
      split = ",",
      converter = Length.class)
  @Nullable List<Integer> matryoshka;

  @Option(names = "--matryoshka-weights", paramLabel = "<weight>", split = ",")
  @Nullable List<Double> matryoshkaWeights;

  @Option(names = "--rotate", negatable = true)
  @Nullable Boolean rotate;

  /// To which lengths vectors shall stay good; null: to none.
  ///
  /// @param start what holds where nothing is said
  /// @throws dev.retune.text.ProblemException if something is said about dimensions without any, or
  ///   a value is out of its bounds
  @Nullable MatryoshkaSettings matryoshka(@Nullable MatryoshkaSettings start) {
    var lengths = lengths(start);
    if (lengths == null) {
      if (matryoshkaWeights != null || rotate != null) {
        throw Problem.of(LossOptions.class, "matryoshka.dimensions").exception();
      }
      return null;
    }
    var rotated = rotate == null ? start == null || start.rotated() : rotate;
    if (matryoshkaWeights != null) {
      return new MatryoshkaSettings(lengths, matryoshkaWeights, rotated);
    }
    return start != null && matryoshka == null
        ? start.rotated(rotated)
        : MatryoshkaSettings.of(lengths).rotated(rotated);
  }

  private @Nullable List<Integer> lengths(@Nullable MatryoshkaSettings start) {
    if (matryoshka == null) {
      return start == null ? null : start.dimensions();
    }
    return matryoshka.equals(List.of(Length.OFF)) ? null : matryoshka;
  }

  /// A length of vectors; `off` for none, which is 0.
  static final class Length implements ITypeConverter<Integer> {
    private static final int OFF = 0;

    @Override
    public Integer convert(String text) {
      try {
        return text.equals("off") ? OFF : Integer.parseInt(text);
      } catch (NumberFormatException _) {
        throw new TypeConversionException("'" + text + "' is not an int");
      }
    }
  }

  /// What these options make of `start`.
  ///
  /// @throws dev.retune.text.ProblemException if there is no such loss, a parameter has no effect
  ///   on it, or a value is out of its bounds
  LossSettings settings(LossSettings start) {
    var settings = loss == null ? start : LossSettings.of(named(loss));
    settings = with(settings, LossParameter.SCALE, scale());
    settings = with(settings, LossParameter.SYMMETRIC, symmetric);
    settings = with(settings, LossParameter.LABEL_SMOOTHING, labelSmoothing);
    settings = with(settings, LossParameter.MARGIN, margin);
    settings = with(settings, LossParameter.RELATIVE_MARGIN, relativeMargin);
    settings = with(settings, LossParameter.DISTANCE, distance);
    settings = with(settings, LossParameter.DOT_PRODUCT, dotProduct);
    return with(settings, LossParameter.THRESHOLD, threshold);
  }

  private @Nullable Double scale() {
    if (temperature == null) {
      return scale;
    }
    if (scale != null) {
      throw Problem.of(LossOptions.class, "loss.both").exception();
    }
    return 1 / temperature;
  }

  static LossSettings.Name named(String text) {
    return LossSettings.Name.named(text)
        .orElseThrow(() -> {
          var known =
              Stream.of(LossSettings.Name.values())
                  .map(LossSettings.Name::id)
                  .collect(Collectors.joining(", "));
          return Problem.of(LossOptions.class, "loss.unknown", text, known).exception();
        });
  }

  private static LossSettings with(
      LossSettings settings, LossParameter parameter, @Nullable Object value) {
    return value == null ? settings : settings.with(parameter, value);
  }
}
