package io.leadpulse.cli.simulate;

import java.util.List;

/**
 * A webinar of the simulated vendor.
 *
 * @param minutes scheduled length
 */
record Seminar(String id, String title, String topic, int minutes) {

  static final List<Seminar> ALL =
      List.of(
          new Seminar("inventory-basics", "在庫管理 はじめの一歩", "inventory", 60),
          new Seminar("ordering-live", "受発注デジタル化 実演", "ordering", 45),
          new Seminar("warehouse-tour", "倉庫改善 事例紹介", "warehouse", 60),
          new Seminar("forecast-clinic", "需要予測 相談会", "forecast", 30));
}
