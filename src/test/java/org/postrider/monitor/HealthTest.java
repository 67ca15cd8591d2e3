package org.postrider.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTest {

  @Test
  void aPartThatWorksAgainIsNoFaultAnyMore() {
    Health health = new Health();
    health.fails("posts", "the folder is missing");
    health.fails("feeds", "the disk is full");
    health.works("posts");
    assertThat(health.faults()).containsOnlyKeys("feeds").containsValue("the disk is full");
  }
}
