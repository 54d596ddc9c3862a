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
  private final DocumentStore documents;

  public DocumentSearch(Project project) {
    this.texts = new CutStore(project);
    this.documents = new DocumentStore(project);
  }

  /// Places of these words, one after the other with any white space between them, whatever their
  /// case, in reading order. Of a document that was imported before the places of its words were
  /// kept only the pages are told.
  ///
  /// @param document one with pages that can be drawn
  /// @param most after so many it stops
  public List<PdfLocator> find(UUID document, String words, int most) {
    var found = new ArrayList<PdfLocator>();
    if (words.isBlank()) {
      return found;
    }
    var wanted = pattern(words);
    var text = texts.text(document);
    if (text.isPresent()) {
      var matcher = wanted.matcher(text.get().text());
      while (found.size() < most && matcher.find()) {
        if (text.get().locate(matcher.start(), matcher.end()) instanceof PdfLocator place) {
          found.add(place);
        }
      }
      return found;
    }
    var leftOut =
        documents.readings(document).stream()
            .filter(PageReading::leftOut)
            .map(PageReading::number)
            .collect(Collectors.toSet());
    for (var page : documents.pages(document)) {
      if (leftOut.contains(page.number())) {
        continue;
      }
      var matcher = wanted.matcher(page.text());
      while (found.size() < most && matcher.find()) {
        found.add(
            new PdfLocator(
                List.of(new PageRange(page.number(), matcher.start(), matcher.end(), List.of()))));
      }
    }
    return found;
  }

  private static Pattern pattern(String words) {
    var wanted =
        Arrays.stream(words.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    return Pattern.compile(wanted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
