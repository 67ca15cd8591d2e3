package org.postrider.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postrider.subscriber.ReaderImport.Refusal;
import org.postrider.subscriber.ReaderImport.Row;

class ReaderImportTest extends ReaderTables {

  private final List<Row> rows = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private int repeated;

  @Test
  void oneColumnIsEnough() throws IOException {
    read("email\nann@blog.example\nbob@blog.example");

    assertThat(rows)
        .containsExactly(
            new Row(2, address("ann@blog.example"), ReaderState.ACTIVE, Readers.Wishes.ALL),
            new Row(3, address("bob@blog.example"), ReaderState.ACTIVE, Readers.Wishes.ALL));
    assertThat(refusals).isEmpty();
  }

  @Test
  void everyColumnIsReadWhereverItStandsAndOthersArePassedOver() throws IOException {
    read(
        "Name,TOPICS, Language ,E-mail?,Email,frequency,state\r\n"
            + "Ann,\"rust;go\",zh_cn,x,ann@blog.example,Weekly,pending\r\n");

    assertThat(rows)
        .containsExactly(
            new Row(
                2,
                address("ann@blog.example"),
                ReaderState.PENDING,
                new Readers.Wishes("zh-CN", List.of("rust", "go"), Frequency.WEEKLY)));
  }

  @Test
  void quotedFieldsMayHoldSeparatorsQuotesAndLineEnds() throws IOException {
    read(
        "\ufeffemail,topics\r\"ann@blog.example\",\"say \"\"hi\"\"\r\nthere;a,b\"\r\r"
            + "\"\",\rbob@blog.example,\"\"\r");

    assertThat(rows).extracting(Row::line).containsExactly(2, 6);
    assertThat(rows.get(0).wishes().topics()).containsExactly("say \"hi\" there", "a,b");
    assertThat(rows.get(1).wishes().topics()).isEmpty();
    assertThat(refusals).isEmpty();
  }

  @Test
  void semicolonsAndTabsSeparateToo() throws IOException {
    read("email;topics\nann@blog.example;rust,go\n");
    read("email\ttopics\nbob@blog.example\trust, go\n");

    assertThat(rows).extracting(row -> row.wishes().topics()).containsOnly(List.of("rust", "go"));
    assertThat(rows).hasSize(2);
  }

  @Test
  void eachRefusedRowIsNamedByItsLineAndReasonAndTheOthersAreRead() throws IOException {
    read(
        "email,language,frequency,state\n"
            + "nobody,,,\n"
            + "a@blog.example,klingon language,,\n"
            + "b@blog.example,,hourly,\n"
            + "c@blog.example,,,unsubscribed\n"
            + "x".repeat(30_000)
            + "\n"
            + ",en,,\n"
            + "ann@blog.example,en,daily,active\n");

    assertThat(refusals).extracting(Refusal::line).containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(refusals)
        .extracting(Refusal::reason)
        .containsExactly(
            "\"nobody\" is not a mail address",
            "\"klingon language\" is not a language; write one such as en or zh-CN",
            "\"hourly\" is none of every, daily, weekly, monthly",
            "its state is \"unsubscribed\", and only active readers are taken",
            "the row is longer than 20000 characters",
            "\"\" is not a mail address");
    assertThat(rows).extracting(Row::line).containsExactly(8);
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamedWhereItIsOpened() throws IOException {
    read("email,topics\nann@blog.example,a\nbob@blog.example,\"b\ncy@blog.example,c\n");

    assertThat(rows).hasSize(1);
    assertThat(refusals).singleElement().extracting(Refusal::line).isEqualTo(3);
  }

  @Test
  void whatIsNotUtf8IsRefusedByItsLine() throws IOException {
    read(
        "email,topics\nann@blog.example,caf\u00e9\nbob@blog.example,b\n",
        StandardCharsets.ISO_8859_1);

    assertThat(refusals).singleElement().extracting(Refusal::line).isEqualTo(2);
    assertThat(rows).extracting(Row::line).containsExactly(3);
  }

  @Test
  void aRepeatedAddressIsCountedOnce() throws IOException {
    read("email\niris@blog.example\nIRIS@blog.example\niris@BLOG.example\n");

    assertThat(rows).hasSize(1);
    assertThat(repeated).isEqualTo(2);
  }

  @Test
  void aFileWithoutTheColumnOrNotThereIsRefused() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("no column \"email\"");
    assertThatThrownBy(() -> read("ann@blog.example\n"))
        .isInstanceOf(BadImport.class)
        .hasMessageContaining("no column \"email\"");
    assertThatThrownBy(
            () -> ReaderImport.read(folder.resolve("none.csv"), rows::add, refusals::add))
        .isInstanceOf(BadImport.class)
        .hasMessageContaining("none.csv");
  }

  @Test
  void whatIsExportedIsReadBack() throws IOException {
    add("ann+x@blog.example", ReaderState.ACTIVE, wishes("zh-CN", "a,b"));
    add("bob@blog.example", ReaderState.PENDING, wishes("", "=1+1", "'=2", "say \"x\"", "c++"));
    add("left@blog.example", ReaderState.UNSUBSCRIBED, wishes(""));
    StringBuilder out = new StringBuilder();
    database.useTransaction(handle -> ReaderExport.write(handle, readers, out));

    assertThat(out.toString())
        .isEqualTo(
            "email,state,language,topics,frequency,joined,confirmed\r\n"
                + "ann+x@blog.example,active,zh-CN,\"a,b;\",every,2026-11-23T10:00:00Z,"
                + "2026-11-23T10:00:00Z\r\n"
                + "bob@blog.example,pending,,\"''=2;'=1+1;c++;say \"\"x\"\"\",every,"
                + "2026-11-23T10:00:00Z,\r\n"
                + "left@blog.example,unsubscribed,,,every,2026-11-23T10:00:00Z,\r\n");
    read(out.toString());
    assertThat(rows)
        .extracting(row -> row.wishes().topics())
        .containsExactly(List.of("a,b"), List.of("'=2", "=1+1", "c++", "say \"x\""));
    assertThat(refusals).singleElement().extracting(Refusal::line).isEqualTo(4);
  }

  private void read(String text) throws IOException {
    read(text, StandardCharsets.UTF_8);
  }

  private void read(String text, Charset charset) throws IOException {
    var file = Files.writeString(folder.resolve("readers.csv"), text, charset);
    repeated = ReaderImport.read(file, rows::add, refusals::add);
  }
}
