package dev.retune.encoder;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in a model folder's `README.md`.
///
/// @param title the model's name
/// @param tags tags of the card's header besides `sentence-transformers`
/// @param text Markdown under the title: where the model comes from, its figures
public record ModelCard(String title, List<String> tags, String text) {
  public ModelCard {
    tags = List.copyOf(tags);
  }

  /// The whole card with the header that model hubs read.
  public String markdown() {
    var lines =
        Stream.concat(Stream.of("sentence-transformers", "feature-extraction"), tags.stream())
            .distinct()
            .map(tag -> "- " + tag)
            .collect(Collectors.joining("\n"));
    return """
    ---
    library_name: sentence-transformers
    pipeline_tag: sentence-similarity
    tags:
    %s
    ---

    # %s

    %s
    """
        .formatted(lines, title, text.strip());
  }
}
