package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What `src/test/fixtures/make_office.py` wrote with python-docx, python-pptx, openpyxl and
/// Python's own mail library, as text with its marks.
class OfficeFormatsTest {
  private static final Path FOLDER = Path.of("src/test/fixtures/office");

  private static String text(String name) throws IOException {
    return text(name, "");
  }

  private static String text(String name, String password) throws IOException {
    var file = FOLDER.resolve(name);
    var source = new MarkedReader(file, name, password).read(FileHead.kind(file, name));
    return source.pages().stream().map(SourcePage::text).collect(Collectors.joining("\f"));
  }

  @Test
  void wordAsItPrints() throws IOException {
    assertThat(text("manual.docx"))
        .isEqualTo(
            """
            # Pump PX-40 manual
            For fitters and engineers.
            ## Seals
            The gland nut is tightened to 25 Nm. Check it after ten hours.
            ### Fitting
            1. Clean the shaft.
            2. Push the seal on.
            3. Tighten the nut.
            - Grease is never used.
            | Size | Torque | Tool |
            | --- | --- | --- |
            | M6 | 10 Nm | T30 \\| T40 |
            | M8 | 25 Nm | T40 |
            | M8 | 30 Nm | T50 |
            ## Service
            The filter is changed yearly.
            Visible
            Serial number stands in a form field.
            Warning: hot surface.
            """);
  }

  @Test
  void headingsThatWordNumbers() throws IOException {
    assertThat(text("contract.docx"))
        .isEqualTo(
            """
            # 维护合同
            ## 第一条 范围
            1.1 承包方每年更换一次滤清器。
            1.2 压盖螺母应以规定的力矩拧紧。
            (a) 仅限 PX-40 型泵。
            ## 第二条 费用
            2.1 费用每季度结算一次。
            """);
  }

  @Test
  void aLockedFileWithItsPassword() throws IOException {
    assertThat(text("encrypted.docx", "secret")).isEqualTo(text("contract.docx"));
  }

  @Test
  void slidesArePages() throws IOException {
    assertThat(text("training.pptx"))
        .isEqualTo(
            """
            # Pump training
            For new fitters
            \f# Seals
            A seal keeps oil in.
            - Check it every ten hours.
            | Size | Torque |
            | --- | --- |
            | M6 | 10 Nm |
            | M8 | 25 Nm |
            Show the worn seal from the workshop.
            \f# 滤清器
            滤清器每年更换一次。
            旧滤清器按规定处理。
            """);
  }

  /// Numbers as Excel shows them, with the row they stand in; the empty sheet is left out.
  @Test
  void sheetsArePages() throws IOException {
    assertThat(text("parts.xlsx"))
        .isEqualTo(
            """
            # Parts
            1 Spare parts of the PX-40
            2 | Part | Price | Share | Since |
            | --- | --- | --- | --- |
            3 | Seal | 12.50 EUR | 25% | 2024-03-05 |
            4 | Nut | 1,200.00 EUR | 75% | 2023-12-24 |
            8 | Code | Meaning |
            | --- | --- |
            9 | E1 | No oil |
            10 | E2 | TRUE |
            \f# 费用 2024
            1 | 项目 | 金额 |
            | --- | --- |
            2 | 滤清器 | 300 |
            3 | 合计 | 300 |
            """);
  }

  @Test
  void aMailWithWhatItQuotes() throws IOException {
    assertThat(text("leak.eml"))
        .isEqualTo(
            """
            # Re: 泵 PX-40: leaking seal
            From: Anna Weiß <anna@example.org>
            To: Service <service@example.org>, bob@example.org
            Date: 2024-03-05 09:30 UTC
            Dear Bob,
            the seal was leaking because the gland nut had been tightened to 10 Nm instead of 25 Nm. \
            We have replaced it and checked it after ten hours.
            - seal replaced
            - nut tightened
            On Monday you wrote:
            > Our pump has been leaking since the last service, and the oil is on the floor again. \
            What shall we do?
            > > Please send a picture.
            """);
  }

  @Test
  void aMailThatIsAWebPageLaidOutByATable() throws IOException {
    assertThat(text("torques.eml"))
        .isEqualTo(
            """
            # Torques
            From: anna@example.org
            Date: 2024-03-05 09:30 UTC
            ### New torques
            | Size | Torque |
            | --- | --- |
            | M8 | 25 Nm |
            """);
  }
}
