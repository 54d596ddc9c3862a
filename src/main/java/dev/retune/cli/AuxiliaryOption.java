package dev.retune.cli;

import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.training.loss.Distance;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import dev.retune.workflow.AuxiliaryFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/// Reads `classes.jsonl,loss=batch-hard-triplet,share=0.2,margin=0.4`: a path, then what is set
/// about it, all of which may be left out.
final class AuxiliaryOption implements ITypeConverter<AuxiliaryFile> {
  private static final String SHARE = "share";
  private static final String LOSS = "loss";

  @Override
  public AuxiliaryFile convert(String text) {
    var path = text;
    var set = new TreeMap<String, String>();
    for (var comma = path.lastIndexOf(','); comma > 0; comma = path.lastIndexOf(',')) {
      var part = path.substring(comma + 1);
      var equals = part.indexOf('=');
      if (equals < 1) {
        // Commas may stand in a path.
        break;
      }
      set.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      path = path.substring(0, comma);
    }
    try {
      var share = set.remove(SHARE);
      return new AuxiliaryFile(
          Path.of(path), loss(set), share == null ? null : Double.valueOf(share));
    } catch (IllegalArgumentException e) {
      throw wrong(text, e);
    }
  }

  private static @Nullable LossSettings loss(Map<String, String> set) {
    var name = set.remove(LOSS);
    if (name == null) {
      set.keySet().stream()
          .findFirst()
          .ifPresent(other -> {
            throw new IllegalArgumentException(other);
          });
      return null;
    }
    var loss = LossSettings.of(LossOptions.named(name));
    for (var each : set.entrySet()) {
      var parameter =
          Stream.of(LossParameter.values())
              .filter(known -> known.id().equals(each.getKey()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(each.getKey()));
      loss = loss.with(parameter, value(parameter, each.getValue()));
    }
    return loss;
  }

  private static Object value(LossParameter parameter, String text) {
    return switch (parameter) {
      case SYMMETRIC, RELATIVE_MARGIN, DOT_PRODUCT -> Boolean.valueOf(text);
      case DISTANCE -> Distance.valueOf(text.toUpperCase(Locale.ROOT));
      case SCALE, LABEL_SMOOTHING, MARGIN, THRESHOLD -> Double.valueOf(text);
    };
  }

  private static ProblemException wrong(String text, IllegalArgumentException e) {
    return Problem.of(AuxiliaryOption.class, "auxiliary.form", text).exception(e);
  }
}
