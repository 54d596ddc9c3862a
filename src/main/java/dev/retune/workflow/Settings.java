package dev.retune.workflow;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What a person sets once for all projects; `settings.json` in the user data directory.
///
/// @param schemaVersion of this file
/// @param language how the program speaks
/// @param theme how it looks
/// @param llm where questions may be written by a language model
/// @param recentProjects folders of projects, the latest first
public record Settings(
    int schemaVersion,
    Language language,
    Theme theme,
    LlmEndpoint llm,
    List<String> recentProjects) {

  /// The newest version of `settings.json` that this program knows.
  public static final int SCHEMA = 1;

  private static final int RECENT = 12;

  /// What a person has who never set anything.
  public static final Settings DEFAULT =
      new Settings(SCHEMA, Language.SYSTEM, Theme.SYSTEM, LlmEndpoint.DEFAULT, List.of());

  /// What a file leaves out, or gives as null, has its default.
  public Settings {
    language = Objects.requireNonNullElse(language, Language.SYSTEM);
    theme = Objects.requireNonNullElse(theme, Theme.SYSTEM);
    llm = Objects.requireNonNullElse(llm, LlmEndpoint.DEFAULT);
    recentProjects = List.copyOf(Objects.requireNonNullElse(recentProjects, List.of()));
  }

  /// The language of the window and the command line.
  public enum Language {
    SYSTEM,
    ENGLISH,
    CHINESE
  }

  /// The look of the window.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// An OpenAI-compatible endpoint. The key itself is never stored: it is read from an environment
  /// variable or typed for one session.
  ///
  /// @param baseUrl such as `http://localhost:11434/v1`; empty: none
  /// @param model the model's name there
  /// @param keyVariable the environment variable that holds the key
  public record LlmEndpoint(String baseUrl, String model, String keyVariable) {
    public static final LlmEndpoint DEFAULT = new LlmEndpoint("", "", "OPENAI_API_KEY");

    public LlmEndpoint {
      baseUrl = Objects.requireNonNullElse(baseUrl, "");
      model = Objects.requireNonNullElse(model, "");
      keyVariable = Objects.requireNonNullElse(keyVariable, "OPENAI_API_KEY");
    }

    /// Whether there is anything to call.
    public boolean configured() {
      return !baseUrl.isBlank() && !model.isBlank();
    }
  }

  public Settings withLanguage(Language value) {
    return new Settings(schemaVersion, value, theme, llm, recentProjects);
  }

  public Settings withTheme(Theme value) {
    return new Settings(schemaVersion, language, value, llm, recentProjects);
  }

  public Settings withLlm(LlmEndpoint value) {
    return new Settings(schemaVersion, language, theme, value, recentProjects);
  }

  /// With `folder` as the most recent project.
  public Settings withRecent(String folder) {
    var others = recentProjects.stream().filter(other -> !other.equals(folder));
    var all = Stream.concat(Stream.of(folder), others);
    return new Settings(schemaVersion, language, theme, llm, all.limit(RECENT).toList());
  }

  /// Without `folder` among the recent projects.
  public Settings withoutRecent(String folder) {
    return new Settings(
        schemaVersion,
        language,
        theme,
        llm,
        recentProjects.stream().filter(other -> !other.equals(folder)).toList());
  }
}
