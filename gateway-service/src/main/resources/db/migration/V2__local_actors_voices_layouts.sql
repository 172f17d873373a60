-- What works without any key. Ids are fixed: scripts and documentation may name them.
insert into voices (id, name, gender, provider, voice_identifier, is_visible, position) values
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000001', 'Sally', 'female', 'LOCAL', 'slt', true, 1),
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000002', 'Russ',  'male',   'LOCAL', 'rms', true, 2);

insert into actors (id, name, gender, provider, identifier, default_voice_id, is_visible, position) values
    ('a3d94b10-52e6-4f7c-8b20-000000000001', 'Maya', 'female', 'LOCAL', 'maya', '5f0c2a8e-7d1b-4c3a-9e61-000000000001', true, 1),
    ('a3d94b10-52e6-4f7c-8b20-000000000002', 'Leo',  'male',   'LOCAL', 'leo',  '5f0c2a8e-7d1b-4c3a-9e61-000000000002', true, 2);

insert into video_layouts (id, name, description, type, is_visible, position) values
    ('c81e6f42-0b9d-4e15-a7f3-000000000001', 'Top and bottom',
     'Your pictures and clips in the upper half, the actor in the lower half.', 'TOP_BOTTOM', true, 1);
