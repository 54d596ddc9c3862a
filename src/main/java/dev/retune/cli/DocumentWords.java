package dev.retune.cli;

import dev.retune.document.Document;
import dev.retune.text.Problem;
import dev.retune.workflow.ProjectSession;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;

/// Which documents are meant.
final class DocumentWords {
  @Option(names = "--document", paramLabel = "<name|id>")
  List<String> chosen = List.of();

  /// Those that were named; none if none were.
  ///
  /// @throws dev.retune.text.ProblemException if one is not in the project
  List<Document> of(ProjectSession session) {
    var all = session.documents().documents();
    var documents = new LinkedHashSet<Document>();
    for (var word : chosen) {
      var found =
          all.stream()
              .filter(
                  document -> document.name().equals(word) || document.id().toString().equals(word))
              .toList();
      if (found.isEmpty()) {
        throw Problem.of(DocumentWords.class, "rechunk.unknown", word).exception();
      }
      documents.addAll(found);
    }
    return List.copyOf(documents);
  }
}
