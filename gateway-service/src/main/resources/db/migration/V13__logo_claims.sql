-- A logo and its thumbnail lie under fixed names: two uploads at once would leave the one's logo beside the other's
-- thumbnail. So an upload claims the product first. A claim that nobody gives back runs out.
alter table products
    add column logo_claim uuid,
    add column logo_claimed_at timestamptz;
