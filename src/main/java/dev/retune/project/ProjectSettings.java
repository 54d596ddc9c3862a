package dev.retune.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.file.Json;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Values kept with the project under a name, as JSON.
public final class ProjectSettings {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectSettings.class);

  private final Project project;

  ProjectSettings(Project project) {
    this.project = project;
  }

  /// The value under `key`; empty if there is none or it no longer has this form.
  public <T> Optional<T> get(String key, Class<T> type) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT value FROM setting WHERE key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne())
        .flatMap(json -> read(key, json, type));
  }

  /// Keeps `value` under `key`.
  public void put(String key, Object value) {
    project
        .jdbi()
        .useTransaction(handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO setting (key, value) VALUES (:key, :value)
                    ON CONFLICT (key) DO UPDATE SET value = excluded.value\
                    """)
                .bind("key", key)
                .bind("value", Json.line(value))
                .execute());
  }

  private static <T> Optional<T> read(String key, String json, Class<T> type) {
    try {
      return Optional.of(Json.mapper().readValue(json, type));
    } catch (JsonProcessingException e) {
      LOG.warn("setting {} is not a {}", key, type.getSimpleName(), e);
      return Optional.empty();
    }
  }
}
