package io.leadpulse.cli.simulate;

import java.util.List;

/** The web site of the simulated vendor, which sells software for stock and orders. */
final class Site {
  /** Reserved for examples; nobody's site. */
  static final String HOST = "www.example.jp";

  static final List<Page> HOME = List.of(new Page("/", "在庫と受発注をひとつに | Tanazashi", ""));

  static final List<Page> BLOG =
      List.of(
          new Page("/blog/inventory-turnover", "在庫回転率の見方と改善の進め方", "inventory"),
          new Page("/blog/safety-stock", "安全在庫の計算式と落とし穴", "inventory"),
          new Page("/blog/excel-limits", "表計算での在庫管理が限界を迎えるとき", "inventory"),
          new Page("/blog/fax-orders", "FAX受注をやめるための三つの手順", "ordering"),
          new Page("/blog/edi-basics", "EDIとは何か、導入前に知っておくこと", "ordering"),
          new Page("/blog/invoice-rules", "インボイス制度と受発注業務", "ordering"),
          new Page("/blog/barcode-or-rfid", "バーコードかRFIDか、現場での選び方", "warehouse"),
          new Page("/blog/picking-errors", "誤出荷を半分にした現場の工夫", "warehouse"),
          new Page("/blog/demand-forecast", "需要予測は小さく始める", "forecast"),
          new Page("/blog/security-checklist", "クラウド導入時のセキュリティ確認表", "security"));

  static final List<Page> PRODUCT =
      List.of(
          new Page("/products/inventory", "在庫管理 | 製品", "inventory"),
          new Page("/products/ordering", "受発注 | 製品", "ordering"),
          new Page("/products/warehouse", "倉庫 | 製品", "warehouse"),
          new Page("/products/forecast", "需要予測 | 製品", "forecast"),
          new Page("/products/security", "セキュリティ | 製品", "security"),
          new Page("/products/integration", "基幹システム連携 | 製品", "integration"));

  static final List<Page> PRICING =
      List.of(
          new Page("/pricing/", "料金", "price"),
          new Page("/pricing/plans", "プランの比較 | 料金", "price"),
          new Page("/pricing/simulation", "費用の試算 | 料金", "price"));

  static final List<Page> CASE =
      List.of(
          new Page("/case/food-wholesaler", "導入事例: 食品卸、在庫を三割減", "inventory"),
          new Page("/case/parts-maker", "導入事例: 部品メーカー、受注処理を半日に", "ordering"),
          new Page("/case/third-party-logistics", "導入事例: 物流会社、誤出荷ゼロへ", "warehouse"),
          new Page("/case/apparel", "導入事例: アパレル、欠品の予測", "forecast"));

  static final List<Page> COMPARISON =
      List.of(
          new Page("/compare/packages", "在庫管理システムの比較", "inventory"),
          new Page("/compare/on-premises", "オンプレミスとの比較", "integration"));

  static final List<Page> COMPANY =
      List.of(
          new Page("/company", "会社概要", ""),
          new Page("/news", "お知らせ", ""),
          new Page("/seminar", "セミナー一覧", ""));

  static final List<Page> CAREERS =
      List.of(new Page("/careers", "採用情報", ""), new Page("/careers/new-graduates", "新卒採用", ""));

  static final List<Page> SUPPORT =
      List.of(
          new Page("/support/getting-started", "はじめての設定 | サポート", ""),
          new Page("/support/import", "商品マスタの取り込み | サポート", ""),
          new Page("/support/users", "利用者の追加 | サポート", ""),
          new Page("/support/status", "稼働状況", ""));

  static final List<Asset> WHITE_PAPERS =
      List.of(
          new Asset("wp-inventory-guide", "在庫適正化ガイド", "inventory"),
          new Asset("wp-ordering-dx", "受発注のデジタル化 実践編", "ordering"),
          new Asset("wp-warehouse-handbook", "倉庫改善ハンドブック", "warehouse"),
          new Asset("wp-security", "クラウドの安全性についての説明書", "security"));

  static final List<Asset> PRICE_LISTS =
      List.of(
          new Asset("price-list-standard", "料金表 スタンダード", "price"),
          new Asset("price-list-enterprise", "料金表 エンタープライズ", "price"));

  static final List<Asset> BROCHURES =
      List.of(
          new Asset("brochure-tanazashi", "製品資料 Tanazashi", ""),
          new Asset("brochure-warehouse", "製品資料 倉庫オプション", "warehouse"));

  static final List<Asset> VIDEOS =
      List.of(
          new Asset("video-tour", "三分でわかるTanazashi", ""),
          new Asset("video-picking", "ピッキング画面の実演", "warehouse"));

  static final List<String> SEARCHES =
      List.of("料金", "API 連携", "ハンディターミナル", "セキュリティ", "導入 期間", "multi warehouse");

  private Site() {}
}
