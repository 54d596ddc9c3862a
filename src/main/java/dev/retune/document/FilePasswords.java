package dev.retune.document;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Passwords of protected files, for as long as the program runs: they are never written anywhere.
public final class FilePasswords {
  private final Map<String, String> bySha256 = new ConcurrentHashMap<>();
  private volatile String usual = "";

  /// @param sha256 of the file that it may open
  public void remember(String sha256, String password) {
    bySha256.put(sha256, password);
  }

  /// Tries this one on every file that no other is known for.
  public void tryOnAll(String password) {
    usual = password;
  }

  /// Empty if none is known, which opens files that only restrict what may be done.
  String of(String sha256) {
    return bySha256.getOrDefault(sha256, usual);
  }
}
