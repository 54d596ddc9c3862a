package dev.retune.document;

import dev.retune.project.Project;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds words in a document and where they stand on its pages.
public final class DocumentSearch {
  private final CutStore texts;

  public DocumentSearch(Project project) {
    this.texts = new CutStore(project);
  }

  /// Places of these words, one after the other with any white space between them, whatever their
  /// case, in reading order. None if the document has no pages, or was imported before the places
  /// of its words were kept.
  ///
  /// @param most after so many it stops
  public List<PdfLocator> find(UUID document, String words, int most) {
    var found = new ArrayList<PdfLocator>();
    if (words.isBlank()) {
      return found;
    }
    var text = texts.text(document);
    if (text.isEmpty() || !text.get().kind().paged()) {
      return found;
    }
    var wanted =
        Arrays.stream(words.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    var matcher =
        Pattern.compile(wanted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text.get().text());
    while (found.size() < most && matcher.find()) {
      if (text.get().locate(matcher.start(), matcher.end()) instanceof PdfLocator place) {
        found.add(place);
      }
    }
    return found;
  }
}
