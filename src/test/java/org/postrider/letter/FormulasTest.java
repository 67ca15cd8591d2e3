package org.postrider.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as \\(c\\) and \\(d^2\\) say|as c and d^2 say
          so \\[x \\\\[2pt] y\\] holds|so x \\\\[2pt] y holds
          a \\( left open|a \\( left open
          C:\\\\(x\\)|C:\\\\(x\\)
          """)
  void aSummaryShowsTexWithoutDelimiters(String summary, String bare) {
    assertThat(Formulas.bare(summary)).isEqualTo(bare);
  }
}
