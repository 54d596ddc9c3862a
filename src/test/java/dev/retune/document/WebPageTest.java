package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebPageTest {
  @TempDir Path temp;

  private String text(String html, Charset charset) throws IOException {
    var file = Files.write(temp.resolve("page.html"), html.getBytes(charset));
    return new MarkedReader(file, "page.html", "")
        .read(FileHead.kind(file, "page.html"))
        .pages()
        .getFirst()
        .text();
  }

  private String text(String html) throws IOException {
    return text(html, StandardCharsets.UTF_8);
  }

  @Test
  void structureIsKeptAndFurnitureIsNot() throws IOException {
    assertThat(
            text(
                """
                <!DOCTYPE html><html><head><title>PX-40</title><style>p {color: red}</style></head>
                <body><nav><a href="/">Home</a></nav><script>alert("no")</script>
                <h1>Pump   PX-40</h1>
                <p>The gland nut is tightened
                   to <b>25</b>&nbsp;Nm.<br>Check it.</p>
                <h2>Steps</h2><ol start="3"><li>Clean the shaft.<li>Push the seal on.
                <ul><li>gently</ul></ol>
                <blockquote><p>Never grease it.</p></blockquote>
                <pre>a = 1
                  b = 2</pre>
                <p hidden>secret</p><p style="display: none">secret</p><p># no heading</p>
                </body></html>
                """))
        .isEqualTo(
            """
            # Pump PX-40
            The gland nut is tightened to 25\u00a0Nm.
            Check it.
            ## Steps
            3. Clean the shaft.
            4. Push the seal on.
            - gently
            > Never grease it.
            a = 1
            b = 2
            # no heading
            """);
  }

  /// A paragraph that begins like a mark is no heading.
  @Test
  void onlyHeadingsAreHeadings() throws IOException {
    var file = Files.writeString(temp.resolve("p.html"), "<h1>One</h1><p># two</p><p>7 three</p>");
    var source = new MarkedReader(file, "p.html", "").read(FileKind.HTML);
    var clean = CleanDocument.of(source);
    assertThat(clean.text()).isEqualTo("One\n# two\n7 three");
    assertThat(clean.headings()).containsOnlyKeys(0);
  }

  @Test
  void tablesWithSpans() throws IOException {
    assertThat(
            text(
                """
                <h1>Table</h1><table><caption>Torques in Nm</caption>
                <thead><tr><th rowspan=2>Size</th><th colspan=2>Torque</th></tr>
                <tr><th>dry</th><th>oiled</th></tr></thead>
                <tr><td rowspan=2>M8</td><td>25</td><td>22</td></tr>
                <tr><td>26</td><td></td></tr></table>
                """))
        .isEqualTo(
            """
            # Table
            Torques in Nm
            | Size | Torque dry | Torque oiled |
            | --- | --- | --- |
            | M8 | 25 | 22 |
            | M8 | 26 |  |
            """);
  }

  @Test
  void onlyTheMainPartWhereThePageNamesOneUnderThePagesTitle() throws IOException {
    assertThat(
            text(
                "<title>Manual</title><body><div>Menu</div><main><h2>Seals</h2>Text.</main></body>"))
        .isEqualTo("# Manual\n### Seals\nText.\n");
  }

  @Test
  void inTheEncodingThatItNamesElseInTheOneItLooksLike() throws IOException {
    var gb = Charset.forName("GB18030");
    var body = "<h1>密封件</h1><p>密封件的压盖螺母应以规定的力矩拧紧，每十小时检查一次。滤清器每年更换一次。</p>";
    var expected = "# 密封件\n密封件的压盖螺母应以规定的力矩拧紧，每十小时检查一次。滤清器每年更换一次。\n";
    assertThat(text("<meta charset=gb18030>" + body, gb)).isEqualTo(expected);
    assertThat(text(body, gb)).isEqualTo(expected);
    assertThat(text("\ufeff" + body, StandardCharsets.UTF_16LE)).isEqualTo(expected);
    assertThat(text(body)).isEqualTo(expected);
  }

  @Test
  void nestedAsDeeplyAsNobodyNests() throws IOException {
    assertThat(text("<div>".repeat(100_000) + "deep" + "</div>".repeat(100_000)))
        .isEqualTo("deep\n");
    assertThat(text("<table><tr><td>".repeat(20_000) + "deep")).isEqualTo("deep\n");
  }
}
