/** The REST contract, as /openapi.json describes it. */

export interface Product {
  id: string;
  name: string;
  description: string;
  product_link: string | null;
  logo_url: string | null;
  thumbnail_url: string | null;
}

export interface Asset {
  id: string;
  type: 'image' | 'video';
  url: string | null;
  description: string | null;
}

export interface VideoConfiguration {
  duration: number;
  target_audience: string;
  cta: string;
  direction: string;
  aspect_ratio: string;
  aspect_ratios: string[];
  caption_style: string | null;
  music?: string | null;
}

export interface Project {
  id: string;
  product_id: string;
  status: string;
  video_configuration: VideoConfiguration | null;
  final_script: string | null;
  created_at: string;
  updated_at: string;
  final_video_url: string | null;
  actor_id: string | null;
  voice_id: string | null;
  video_layout_id: string | null;
  assets: Asset[];
  final_video_duration: number | null;
}

export interface Script {
  id: string;
  title: string;
  content: string;
}

export interface Actor {
  id: string;
  name: string;
  gender: string;
  full_video_link: string | null;
  thumbnail_image_url: string | null;
  default_voice_id: string;
}

export interface Voice {
  id: string;
  name: string;
  gender: string;
  provider: string;
  sample_audio_url: string | null;
}

export interface Layout {
  id: string;
  name: string;
  description: string;
  thumbnail_url: string | null;
}

export interface VideoOptions {
  durations: number[];
  aspect_ratios: string[];
  caption_styles: string[];
  /** Only where the gateway knows of any; the first is what is played where nothing is said. */
  music?: string[];
  languages: string[];
  script_characters: number;
}

export type StageName = 'script' | 'voice' | 'lipsync' | 'editing' | 'caption';
export type StageState = 'pending' | 'running' | 'waiting' | 'succeeded' | 'reused' | 'failed' | 'cancelled';

export interface StageReport {
  stage: StageName;
  state: StageState;
  percent: number;
  started_at: string | null;
  finished_at: string | null;
  attempt: number;
  detail: string | null;
  code: string | null;
  cost: number;
  preview_url?: string | null;
}

export interface StatusReport {
  status: string;
  message: string;
  stage: StageName | null;
  percent: number;
  final_video_url: string | null;
  run_id: string | null;
  queue_position: number | null;
  cost: number;
  stages: StageReport[];
  videos: { aspect_ratio: string; url: string | null; srt_url: string | null; vtt_url: string | null }[];
}

export interface Run {
  run_id: string;
  kind: string;
  state: string;
  attempt: number;
  message: string | null;
  cost: number;
  created_at: string;
  finished_at: string | null;
}

export interface CreditEntry {
  id: number;
  kind: 'grant' | 'reserve' | 'settle' | 'refund' | 'spend';
  amount: number;
  run_id: string | null;
  reason: string;
  created_at: string;
}

export interface OperatorsRun extends Run {
  project_id: string;
  user_id: string;
  code: string | null;
  started_at: string | null;
  replay_of: string | null;
  from_stage: StageName | null;
  stages: StageReport[];
}

export interface OperatorsFile {
  stage: StageName;
  artifact: string;
  aspect_ratio: string | null;
  key: string;
  bytes: number;
  reused: boolean;
  url: string | null;
}

export interface OperatorsRunDetail {
  run: OperatorsRun;
  script: string | null;
  files: OperatorsFile[];
}

export interface RunHistory {
  run_id: string;
  complete: boolean;
  events: { topic: string; partition: number; offset: number; at: string; lag_ms: number; id: string | null; event: unknown }[];
}

export interface TopicLag {
  topic: string;
  group: string;
  stage: StageName | null;
  readers: number;
  waiting: number;
  retrying: number;
}

export interface DeadLetter {
  id: number;
  topic: string;
  partition: number | null;
  offset: number | null;
  run_id: string | null;
  stage: StageName | null;
  code: string;
  reason: string;
  headers: Record<string, string>;
  value: string | null;
  died_at: string;
  retried_at: string | null;
}

export interface Replay {
  run_id: string | null;
  changes: { setting: string; from: string | null; to: string | null }[];
  stages: { stage: StageName; expected: 'kept' | 'reused' | 'run' }[];
}
