package dev.retune.encoder;

/// What a model expects in front of a text. The prompt is joined to the text as it is: a trailing
/// space belongs to it.
///
/// @param query put before every query; empty for none
/// @param passage put before every passage; empty for none
public record Prompts(String query, String passage) {
  public static final Prompts NONE = new Prompts("", "");

  /// The prompt for `type`.
  public String of(InputType type) {
    return switch (type) {
      case QUERY -> query;
      case PASSAGE -> passage;
    };
  }
}
