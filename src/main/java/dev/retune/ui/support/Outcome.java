package dev.retune.ui.support;

import org.jspecify.annotations.Nullable;

/// How background work ended. Cancelled is neither success nor failure.
public sealed interface Outcome<T extends @Nullable Object> {

  /// It finished with `value`.
  record Done<T extends @Nullable Object>(T value) implements Outcome<T> {}

  /// The person stopped it, or newer work took its place.
  record Cancelled<T extends @Nullable Object>() implements Outcome<T> {}

  /// It failed; `error` says why in words.
  record Failed<T extends @Nullable Object>(Failure error) implements Outcome<T> {}
}
