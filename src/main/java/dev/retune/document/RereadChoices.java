package dev.retune.document;

import dev.retune.text.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a request comes to for the pages of one document.
///
/// @param former how the document was to be read
/// @param choice how it is to be read from now on
/// @param pages all stored ones with the choices they are to have, by number
/// @param read numbers of those that are to be read again
/// @param kept numbers of those that were asked for but stay, because a person corrected them
record RereadChoices(
    ReadingChoice former,
    ReadingChoice choice,
    Map<Integer, StoredPage> pages,
    Set<Integer> read,
    List<Integer> kept) {

  /// @throws dev.retune.text.ProblemException if there are no such pages, or they cannot be read
  ///   one by one
  static RereadChoices of(
      Document document,
      FileKind kind,
      List<StoredPage> stored,
      ReadingChoice former,
      RereadRequest request) {
    check(document, kind, stored, request);
    return new Builder(document, stored, former, request).build();
  }

  private static void check(
      Document document, FileKind kind, List<StoredPage> stored, RereadRequest request) {
    if (!request.pages().isEmpty() && !kind.paged()) {
      throw Problem.of(Rereader.class, "reread.noPages", document.name()).exception();
    }
    var known = stored.stream().map(StoredPage::number).collect(Collectors.toSet());
    for (int number : new TreeSet<>(request.pages())) {
      if (!known.contains(number)) {
        throw Problem.of(
                Rereader.class,
                "reread.page",
                document.name(),
                Integer.toString(number),
                Integer.toString(stored.size()))
            .exception();
      }
    }
  }

  private static final class Builder {
    private final Document document;
    private final List<StoredPage> stored;
    private final ReadingChoice former;
    private final RereadRequest request;
    private final boolean whole;
    private final Map<Integer, StoredPage> pages = new TreeMap<>();
    private final Set<Integer> read = new TreeSet<>();

    Builder(
        Document document, List<StoredPage> stored, ReadingChoice former, RereadRequest request) {
      this.document = document;
      this.stored = stored;
      this.former = former;
      this.request = request;
      this.whole = request.pages().isEmpty();
    }

    RereadChoices build() {
      boolean allOut = stored.stream().allMatch(StoredPage::leftOut);
      for (var page : stored) {
        pages.put(page.number(), page);
        if (whole || request.pages().contains(page.number())) {
          choose(page, allOut);
        }
      }
      // What was imported before lines were kept can only be cut as a whole.
      boolean old = stored.stream().anyMatch(page -> page.lines() == null);
      if (old || stored.isEmpty()) {
        read.addAll(pages.keySet());
      }
      var kept = kept();
      if (old && !kept.isEmpty()) {
        throw Problem.of(
                Rereader.class,
                "reread.corrected",
                document.name(),
                kept.size(),
                PageNumbers.of(kept))
            .exception();
      }
      for (var page : stored) {
        var chosen = pages.get(page.number());
        if (chosen != null && kept.contains(page.number())) {
          read.remove(page.number());
          pages.put(page.number(), page.with(page.treatment(), chosen.leftOut()));
        }
      }
      return new RereadChoices(former, choice(), pages, Set.copyOf(read), kept);
    }

    private void choose(StoredPage page, boolean allOut) {
      var wanted = request.treatment();
      if (wanted == Treatment.LEAVE_OUT) {
        pages.put(page.number(), page.with(page.treatment(), true));
        return;
      }
      boolean out = whole && page.leftOut() && !allOut;
      var own = whole || wanted == null ? page.treatment() : own(wanted);
      pages.put(page.number(), page.with(own, out));
      boolean only = page.leftOut() && own == page.treatment() && !languages();
      if (whole ? wanted != null || !allOut || languages() : !only) {
        read.add(page.number());
      }
    }

    private boolean languages() {
      return request.languages() != null && !request.languages().equals(former.languages());
    }

    private @Nullable Treatment own(Treatment wanted) {
      return wanted == former.treatment() ? null : wanted;
    }

    private List<Integer> kept() {
      return request.overCorrected()
          ? List.of()
          : stored.stream()
              .filter(page -> page.corrected() && read.contains(page.number()))
              .map(StoredPage::number)
              .toList();
    }

    private ReadingChoice choice() {
      var wanted = request.treatment();
      var treatment =
          whole && wanted != null && wanted != Treatment.LEAVE_OUT ? wanted : former.treatment();
      var languages = request.languages();
      return new ReadingChoice(treatment, languages == null ? former.languages() : languages);
    }
  }

  /// How the file is to be read.
  ReadingPlan plan() {
    var treatments =
        pages.values().stream()
            .filter(page -> page.treatment() != null)
            .collect(
                Collectors.toMap(
                    StoredPage::number, page -> Objects.requireNonNull(page.treatment())));
    var stay =
        pages.values().stream()
            .filter(page -> !read.contains(page.number()))
            .collect(Collectors.toMap(StoredPage::number, page -> page));
    var out =
        pages.values().stream()
            .filter(StoredPage::leftOut)
            .map(StoredPage::number)
            .collect(Collectors.toSet());
    return new ReadingPlan(choice.treatment(), treatments, stay, out, true);
  }
}
