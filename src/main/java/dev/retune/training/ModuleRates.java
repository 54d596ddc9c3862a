package dev.retune.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.retune.text.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// Learning rates of single modules, in files an object `{"embeddings":0.1}`.
///
/// @param factors by the beginnings of weights' names, up to a dot: what the learning rate is
///   multiplied by; the longest that fits counts
public record ModuleRates(Map<String, Double> factors) {

  public static final ModuleRates NONE = new ModuleRates(Map.of());

  public ModuleRates {
    factors = Map.copyOf(factors);
    factors.forEach((module, factor) -> SettingsCheck.between("rates." + module, factor, 0, 1e3));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ModuleRates read(Map<String, Double> factors) {
    return new ModuleRates(factors);
  }

  /// Sorted by module.
  @JsonValue
  public Map<String, Double> written() {
    return new TreeMap<>(factors);
  }

  /// Of the weight `name`; 1 where nothing is said of it.
  double factor(String name) {
    return factors.keySet().stream()
        .filter(module -> within(name, module))
        .max(Comparator.comparingInt(String::length))
        .map(factors::get)
        .orElse(1.0);
  }

  /// @param names of all weights
  /// @throws dev.retune.text.ProblemException naming a module that none of them belongs to
  void checkWithin(Collection<String> names) {
    for (var module : written().keySet()) {
      if (names.stream().noneMatch(name -> within(name, module))) {
        var one = names.stream().sorted().findFirst().orElse("");
        throw Problem.of(ModuleRates.class, "rates.unknown", module, one).exception();
      }
    }
  }

  private static boolean within(String name, String module) {
    return name.equals(module) || name.startsWith(module + ".");
  }
}
