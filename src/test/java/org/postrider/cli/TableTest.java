package org.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Table table = new Table("STATE", "POST");
    table.row("announced", "a.md");
    table.row("held", "b.md");
    assertThat(table.text()).isEqualTo("STATE      POST\nannounced  a.md\nheld       b.md\n");
  }

  @Test
  void noRowIsWiderThanEightyColumns() {
    Table table = new Table("STATE", "POST");
    table.row("held", "x".repeat(200));
    table.row("held", "信".repeat(200));
    String[] lines = table.text().split("\n");
    assertThat(lines[1]).hasSize(80).endsWith("…");
    // Each Han character takes two columns: 7 for the state, 1 for the dots, 36 characters.
    assertThat(lines[2]).isEqualTo("held   " + "信".repeat(36) + "…");
  }

  @Test
  void aNoteIsNotCut() {
    Table table = new Table("STATE", "POST");
    table.row("held", "a.md");
    table.note("`postrider posts release " + "a".repeat(100) + "` mails it");
    assertThat(table.text()).endsWith("` mails it\n");
  }
}
