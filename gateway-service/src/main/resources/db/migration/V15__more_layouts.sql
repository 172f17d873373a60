insert into video_layouts (id, name, description, type, is_visible, position) values
    ('c81e6f42-0b9d-4e15-a7f3-000000000002', 'Avatar bubble',
     'Your pictures and clips fill the picture, the actor speaks from a bubble in the corner.', 'AVATAR_BUBBLE', true, 2),
    ('c81e6f42-0b9d-4e15-a7f3-000000000003', 'Full actor',
     'The actor fills the picture; your pictures and clips cut in between.', 'FULL_ACTOR', true, 3),
    ('c81e6f42-0b9d-4e15-a7f3-000000000004', 'Side by side',
     'Your pictures and clips on the left, the actor on the right.', 'SIDE_BY_SIDE', true, 4);
