-- Illustrated presenters, who need no key. Ids are fixed, as those of the first two are.
insert into actors (id, name, gender, provider, identifier, default_voice_id, is_visible, position) values
    ('a3d94b10-52e6-4f7c-8b20-000000000003', 'Amara', 'female', 'LOCAL', 'amara', '5f0c2a8e-7d1b-4c3a-9e61-000000000001', true, 3),
    ('a3d94b10-52e6-4f7c-8b20-000000000004', 'Henry', 'male',   'LOCAL', 'henry', '5f0c2a8e-7d1b-4c3a-9e61-000000000002', true, 4),
    ('a3d94b10-52e6-4f7c-8b20-000000000005', 'Mei',   'female', 'LOCAL', 'mei',   '5f0c2a8e-7d1b-4c3a-9e61-000000000001', true, 5);
