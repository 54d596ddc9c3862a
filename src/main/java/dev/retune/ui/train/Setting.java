package dev.retune.ui.train;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// One setting as it is shown and typed.
///
/// @param <S> what it is a setting of
/// @param key in the bundle: `setting.<key>` is its name, `.why` its sentence, `.term` the term
/// @param group in the bundle: `settings.<group>`
/// @param get its value as typed; `true` and `false` for a switch
/// @param set the settings with another value; throws where it is no value for it
/// @param options what a choice offers; in the bundle: `setting.<key>.<option>`
/// @param applies whether it has an effect beside the other settings
record Setting<S>(
    String key,
    String group,
    Kind kind,
    Function<S, String> get,
    BiFunction<S, String, S> set,
    List<String> options,
    Predicate<S> applies) {

  enum Kind {
    NUMBER,
    SWITCH,
    TEXT,
    CHOICE
  }

  /// A setting that always has an effect and is no choice.
  Setting(
      String key, String group, Kind kind, Function<S, String> get, BiFunction<S, String, S> set) {
    this(key, group, kind, get, set, List.of(), _ -> true);
  }

  /// The same setting, of something that `S` is a part of.
  ///
  /// @param part takes the part out
  /// @param replace puts another in its place
  <W> Setting<W> of(Function<W, S> part, BiFunction<W, S, W> replace) {
    return new Setting<>(
        key,
        group,
        kind,
        whole -> get.apply(part.apply(whole)),
        (whole, text) -> replace.apply(whole, set.apply(part.apply(whole), text)),
        options,
        whole -> applies.test(part.apply(whole)));
  }
}
