-- 汇总范围 (条例第四十九条，逐级报送): over all notices of the year, with the names of whose reports are in the totals, of units that were
-- not asked, and of those that report by themselves (条例第五十五条). What was kept before named one notice and only who was missing.
update report
set units = (units - 'notice') || jsonb_build_object(
  'notices', jsonb_build_array(units -> 'notice'), 'included', '[]'::jsonb, 'notAsked', '[]'::jsonb, 'schools', '[]'::jsonb)
where units ? 'notice';
