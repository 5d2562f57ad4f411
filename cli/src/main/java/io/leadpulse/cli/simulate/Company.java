package io.leadpulse.cli.simulate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * An invented company.
 *
 * @param country ISO 3166-1 alpha-2
 * @param industry code of the industry
 * @param employees 0 if nobody knows
 */
record Company(String accountId, String name, String country, String industry, int employees) {

  /** Where people are who write from a free mail address. */
  static final Company NONE = new Company("", "", "JP", "", 0);

  static final Company UNIVERSITY =
      new Company("acc-university", "月見野大学", "JP", "education", 1_200);

  static final Company VENDOR = new Company("acc-own", "株式会社棚差", "JP", "it", 180);

  private static final List<String> JAPANESE =
      List.of(
          "霧ヶ浜", "藍坂", "月見野", "楓原", "白鷺沢", "青椿", "東雲台", "琥珀堂", "北斗岬", "若葉崎", "銀杏坂", "雪割", "千鳥瀬",
          "鈴懸", "朝凪", "緋桜");

  private static final List<String> ENGLISH =
      List.of(
          "Brindlewood",
          "Marrowgate",
          "Tallowfield",
          "Quillhaven",
          "Ospreymoor",
          "Fennelbrook",
          "Larkspire",
          "Copperdown");

  private static final List<Trade> TRADES =
      List.of(
          new Trade("manufacturing", "精機", "Instruments"),
          new Trade("manufacturing", "製作所", "Works"),
          new Trade("wholesale", "商事", "Trading"),
          new Trade("logistics", "物流", "Logistics"),
          new Trade("food", "食品", "Foods"),
          new Trade("retail", "百貨", "Stores"),
          new Trade("construction", "建設", "Construction"),
          new Trade("chemicals", "化学", "Chemicals"),
          new Trade("it", "システムズ", "Systems"));

  private static final List<Integer> SIZES =
      List.of(8, 20, 35, 60, 90, 150, 240, 380, 700, 1_200, 4_000, 18_000);

  private static final double SHARE_JAPANESE = 0.88;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /**
   * The company of a number, which is the same each time; so there are as many as one likes and
   * none is kept.
   */
  static Company numbered(long seed, int number) {
    RandomGenerator random = new SplittableRandom(seed ^ (number + 1) * SPREAD);
    Trade trade = Chance.pick(random, TRADES);
    int size = Chance.pick(random, SIZES);
    int employees = size + random.nextInt(size / 2);
    boolean japanese = Chance.of(random, SHARE_JAPANESE);
    return new Company(
        "acc-" + number,
        japanese ? japaneseName(random, trade) : englishName(random, trade),
        japanese ? "JP" : Chance.pick(random, List.of("SG", "US", "GB")),
        trade.industry(),
        Chance.of(random, 0.1) ? 0 : employees);
  }

  private static String japaneseName(RandomGenerator random, Trade trade) {
    String name = Chance.pick(random, JAPANESE) + trade.japanese();
    return random.nextBoolean() ? "株式会社" + name : name + "株式会社";
  }

  private static String englishName(RandomGenerator random, Trade trade) {
    return Chance.pick(random, ENGLISH) + " " + trade.english() + " Ltd.";
  }

  /** An industry and how companies in it like to be called. */
  private record Trade(String industry, String japanese, String english) {}
}
