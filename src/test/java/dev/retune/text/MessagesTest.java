package dev.retune.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every sentence exists, in both languages, with the same arguments.
class MessagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/dev/retune");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern USE =
      Pattern.compile(
          "(Text|Problem)\\s*\\.of\\(\\s*(\\w+)\\.class,\\s*\"([^\"]+)\"\\s*(?=[,)])",
          Pattern.DOTALL);

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    var wrong = new ArrayList<String>();
    for (var english : bundles()) {
      var chinese = english.resolveSibling("messages_zh_CN.properties");
      var en = read(english);
      var zh = Files.exists(chinese) ? read(chinese) : new Properties();
      for (var key : keys(en, zh)) {
        var place = english.getParent() + ": " + key;
        if (!zh.containsKey(key)) {
          wrong.add(place + " is missing in Chinese");
        } else if (!en.containsKey(key)) {
          wrong.add(place + " is missing in English");
        } else if (!arguments(en.getProperty(key)).equals(arguments(zh.getProperty(key)))) {
          wrong.add(place + " has other arguments in Chinese");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// Of two sentences under one key the last alone would be said.
  @Test
  void noKeyStandsTwice() throws IOException {
    var wrong = new ArrayList<String>();
    for (var bundle : bundles()) {
      for (var file : List.of(bundle, bundle.resolveSibling("messages_zh_CN.properties"))) {
        twice(file).forEach(key -> wrong.add(file + " has twice: " + key));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aKeyThatStandsTwiceIsFound(@TempDir Path folder) throws IOException {
    var file = folder.resolve("messages.properties");
    Files.writeString(file, "# a remark\na=1\nb=2 \\\n  a=3\na.b=4\na=5\n");
    assertThat(twice(file)).containsExactly("a");
  }

  @Test
  void everyPatternIsValid() throws IOException {
    var wrong = new ArrayList<String>();
    for (var bundle : bundles()) {
      for (var file : List.of(bundle, bundle.resolveSibling("messages_zh_CN.properties"))) {
        for (var entry : read(file).entrySet()) {
          var pattern = (String) entry.getValue();
          if (pattern.replace("''", "").contains("'")) {
            wrong.add(file + ": " + entry.getKey() + " has a lone apostrophe (write '')");
          }
          try {
            new MessageFormat(pattern);
          } catch (IllegalArgumentException e) {
            wrong.add(file + ": " + entry.getKey() + ": " + e.getMessage());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everySentenceThatIsUsedExists() throws IOException {
    var wrong = new ArrayList<String>();
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      for (var source : walk.filter(p -> p.toString().endsWith(".java")).toList()) {
        var text = Files.readString(source);
        var uses = USE.matcher(text);
        while (uses.find()) {
          var bundle = bundleOf(source, text, uses.group(2));
          var sentences = Files.exists(bundle) ? read(bundle) : new Properties();
          var needed =
              uses.group(1).equals("Text")
                  ? List.of(uses.group(3))
                  : List.of(uses.group(3) + ".cause", uses.group(3) + ".remedy");
          for (var key : needed) {
            if (!sentences.containsKey(key)) {
              wrong.add(bundle + " lacks: " + key + "=");
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// The bundle beside the class that a use names: imported, or of the same package.
  private static Path bundleOf(Path source, String text, String owner) {
    var imported =
        Pattern.compile("import dev\\.retune\\.([a-z.]+)\\." + owner + ";").matcher(text);
    var folder =
        imported.find()
            ? Path.of(imported.group(1).replace('.', '/'))
            : SOURCES.resolve("dev/retune").relativize(source.getParent());
    return RESOURCES.resolve(folder).resolve("messages.properties");
  }

  private static List<Path> bundles() throws IOException {
    try (Stream<Path> walk = Files.walk(RESOURCES)) {
      return walk.filter(p -> p.endsWith("messages.properties")).sorted().toList();
    }
  }

  private static TreeSet<String> keys(Properties a, Properties b) {
    var keys = new TreeSet<>(a.stringPropertyNames());
    keys.addAll(b.stringPropertyNames());
    return keys;
  }

  private static TreeSet<String> arguments(String pattern) {
    var found = new TreeSet<String>();
    var matcher = Pattern.compile("\\{(\\d+)").matcher(pattern);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<String> twice(Path file) throws IOException {
    var wrong = new ArrayList<String>();
    var seen =
        new Properties() {
          @Override
          public synchronized @Nullable Object put(Object key, Object value) {
            var before = super.put(key, value);
            if (before != null) {
              wrong.add((String) key);
            }
            return before;
          }
        };
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        seen.load(in);
      }
    }
    return wrong;
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
