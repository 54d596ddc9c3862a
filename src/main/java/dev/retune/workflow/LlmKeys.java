package dev.retune.workflow;

import dev.retune.endpoint.Secret;
import java.util.Map;

/// Keys of language models: from the environment, or typed for this session. Never on disk.
public final class LlmKeys {
  private final Map<String, String> environment;
  private volatile Secret typed = new Secret("");

  LlmKeys(Map<String, String> environment) {
    this.environment = environment;
  }

  /// The key typed in this session, else the one in the variable that the settings name; empty
  /// where there is neither.
  public Secret of(Settings.LlmEndpoint endpoint) {
    return typed.isEmpty()
        ? new Secret(environment.getOrDefault(endpoint.keyVariable(), ""))
        : typed;
  }

  /// What the environment variable `name` holds; empty if nothing.
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /// Whether the environment variable `name` holds something.
  public boolean hasVariable(String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  /// Holds a key for this session only; an empty one forgets it.
  public void use(String key) {
    typed = new Secret(key);
  }

  /// Whether a key was typed in this session.
  public boolean hasTyped() {
    return !typed.isEmpty();
  }
}
