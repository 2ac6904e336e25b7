#!/usr/bin/python3
"""Computes head.nii.gz and head.json from the DICOM files of one T1w series; see README.md."""
import glob
import gzip
import json
import subprocess
import sys
import tempfile

import nibabel as nib
import numpy as np
from scipy import ndimage as ni
from skimage.restoration import denoise_nl_means

source, target = sys.argv[1], sys.argv[2]
H = 0.9  # mm, the atlas

# --- read, and bring to the atlas's spacing, axes to right, anterior, superior
with tempfile.TemporaryDirectory() as folder:
    subprocess.run(['dcm2niix', '-z', 'n', '-b', 'n', '-f', 't1', '-o', folder, source], check=True)
    im = nib.as_closest_canonical(nib.load(glob.glob(folder + '/*.nii')[0]))
    d = np.asarray(im.dataobj).astype(np.float32)
z = np.array(im.header.get_zooms())
d = ni.gaussian_filter(d, 0.4)
v = ni.affine_transform(d, np.diag(H / z), output_shape=[int(round(d.shape[a] * z[a] / H)) for a in range(3)], order=3)
v = np.maximum(v, 0)

# brain mask
def ball(r):
    g=np.mgrid[-r:r+1,-r:r+1,-r:r+1]; return (g**2).sum(0)<=r*r+.5
def erode(m,mm): return ni.distance_transform_edt(m)>mm
def dilate(m,mm): return ni.distance_transform_edt(~m)<=mm
def largest(m,seed=None):
    l,n=ni.label(m); 
    if n==0: return m
    c=np.bincount(l.ravel()); c[0]=0; return l==c.argmax()
s=ni.gaussian_filter(v,0.6)
m=(s>30)&(s<95)
core=largest(erode(m,2.2))
b=dilate(core,3.2)&m
for _ in range(3): b=b|(dilate(b,1.0)&m&(dilate(core,4.5)))
b=largest(b)
# bias: iterate WM/GM means
logv=np.log(np.maximum(v,1)); bias=np.zeros_like(v)
for it in range(6):
    u=v/np.exp(bias)
    wm,gm=72,43
    w=b&(u>62)&(u<90); g=b&(u>34)&(u<52)&erode(b,1)
    if it==0: w=erode(w,.9)
    res=np.where(w,np.log(np.maximum(u,1)/wm),0)+0.5*np.where(g,np.log(np.maximum(u,1)/gm),0)
    wt=w+0.5*g.astype(np.float32)
    sg=[18]*3
    bias+=ni.gaussian_filter(res.astype(np.float32),sg)/(ni.gaussian_filter(wt.astype(np.float32),sg)+1e-4)
u=v/np.exp(np.clip(bias,-.5,.5))
sig=np.median(np.abs(u[erode(b&(u>60),2)]-72))*1.4826
dn=denoise_nl_means(u,patch_size=3,patch_distance=3,h=0.7*sig,sigma=sig,fast_mode=True)

# --- the part of the array that is kept
C=(slice(4,210),slice(12,284),slice(22,276))
dn=dn[C]; b=b[C]
off=np.array([4,12,22])
I,J,K=np.ogrid[4:210,12:284,22:276]
n=dn.shape
def edt(m): return ni.distance_transform_edt(m).astype(np.float32)*0.9
def near(m,mm): return edt(~m)<=mm
# head: everything connected that is not outer air
fg=ni.gaussian_filter(dn,.7)>6
head=largest(fg)
head=ni.binary_fill_holes(ni.binary_closing(np.pad(head,8),iterations=6)[8:-8,8:-8,8:-8])
for k in range(n[2]): head[:,:,k]=ni.binary_fill_holes(head[:,:,k])
din=edt(head)                       # depth below the surface
# inside of the skull
db=edt(~b)
up=b|(db<6)
big=edt(up)>5.0                      # closing of 6 by 5: leaves 1 mm over the convexity
intr=big|b
ok=ni.gaussian_filter(dn,.5)>8.5
for _ in range(4): intr=intr|(ni.binary_dilation(intr)&ok&(db<9))
intr=ni.binary_opening(intr,iterations=1)|b
intr&=head
csf=intr&(dn<28)
def box(i0,i1,j0,j1,k0,k1): return ((I>=i0)&(I<i1)&(J>=j0)&(J<j1)&(K>=k0)&(K<k1))
# lateral ventricles: the two seeds, after one erosion
e=ni.binary_erosion(csf)&box(50,160,60,190,150,215)
l,c=ni.label(e)
seeds=[]
for p in [(92,150,198),(118,150,198),(88,178,188)]:
    q=tuple(np.array(p)-off); seeds.append(l[q])
lat=np.isin(l,[s for s in seeds if s>0])
lat=ni.binary_dilation(lat,iterations=2)&csf&box(50,160,60,190,145,215)
third=csf&box(99,110,118,152,158,186)
fourth=csf&box(90,119,90,125,112,152)&(db<7)
dl=edt(~lat)
plex=(near(lat,3.0))&~lat&(dn<56)&(dn>22)&box(70,140,90,136,150,200)&(edt(~(near(lat,3.5)))>0)
closed=edt(near(lat,3.6))>3.2
plex=closed&~lat&(dn<58)&box(60,150,80,140,150,200)
# grey of the deep nuclei
di=np.abs(I-104.5)
gz=b&(dn>36)&(dn<63)
deep=(((I-104.5)/37.)**2+((J-154)/38.)**2+((K-180)/24.)**2<1)&gz
# away from the cortex: within white matter surroundings
capline=24+(J-175)*0.4
cau=deep&(di<capline)&(di>5)&(J>138)&(K>166)&(dl<13)
cau|=b&(dn>36)&(dn<63)&(dl<9)&(di>6)&(di<36)&(J>120)&(K>180)&(K<206)
put=deep&(di>=capline)&(di<35.5)&(K>163)&(K<196)&(J>126)
put=ni.binary_opening(put,iterations=2); 
l,c=ni.label(put); cn=np.bincount(l.ravel()); cn[0]=0; two=np.argsort(cn)[-2:]; put=np.isin(l,two)
cau=ni.binary_opening(cau,iterations=1); l,c=ni.label(cau); cn=np.bincount(l.ravel()); cn[0]=0; two=np.argsort(cn)[-2:]; cau=np.isin(l,two)&~put
pal=b&~put&~cau&(((di-21)/7.)**2+((J-147)/11.)**2+((K-174)/7.5)**2<1)&(dn>50)
tha=b&~cau&~put&~pal&(((di-11.5-(140-J)*0.15)/10.5)**2+((J-132)/17.)**2+((K-181)/11.)**2<1)&(dn>40)&(dn<71.5)
# cerebellum, brainstem, cord
# appended to make_head.py
rng=np.random.default_rng(7)
def smooth_noise(s): 
    x=ni.gaussian_filter(rng.standard_normal(n).astype(np.float32),s); return x/x.std()
# --- which part of the brain
from skimage.segmentation import watershed
mk=np.zeros(n,np.int8)
mk[b&((K>176)|(J>165)|((di>50)&(K>140)&(J<104))|((di>34)&(J>108)))]=1
mk[b&(di<34)&(J>68)&(J<104)&(K<138)&(K>112)]=2
brainstem=b&(J>=111)&(di<19)&(K<164)&(K>=104)&(J<150)
cord=b&(K<104)&(di<14)&(J>100)
mk[brainstem|cord]=3
ws=watershed((80-ni.gaussian_filter(dn,.6)).astype(np.float32),mk,mask=b)
cere=(ws==2); stem=(ws==3)&(K>=104)&(di<22); cordl=(ws==3)&(K<104)
cere|=(ws==3)&~stem&~cordl
cere=ni.median_filter(cere.astype(np.uint8),3)>0
cere&=b&~stem
# canal around the cord
canal=(edt(~cordl)<5.0)&(K<104)&(di<16)&(dn<30)
intr|=canal; csf=intr&(dn<28)&~b
# --- labels
L=np.zeros(n,np.uint8)
val=dn.copy()
out=head&~intr
sm=ni.gaussian_filter(np.clip(dn,0,60),.9)
tissue=out&(sm>6)
gain=27/np.maximum(ni.gaussian_filter(np.where(tissue,sm,0),14)/np.maximum(ni.gaussian_filter(tissue.astype(np.float32),14),1e-3),8)
gain=np.where(K<125,np.clip(gain,1,2.6),1+(np.clip(gain,1,2.6)-1)*np.clip((150-K)/25.,0,1))
val[out]=(np.where(sm>6,np.maximum(sm*gain-(gain-1)*6,6.6),sm))[out]
# the inner table and thin marrow beside the dura are dark
val[out&(edt(~intr)<2.4)&(val<24)&(K>104)]=0
L[out&(val>6.5)]=15
val[out&(val<=6.5)]=0
art=(dn>78)&~b&head; art=ni.binary_dilation(art)&(dn>50)&~b
L[art]=17
L[intr&~b]=5
L[intr&~b&(dn>20)]=14
L[art&intr&~b]=17
L[b]=1
limbic=b&(dn<58)&(((di>28)&(di<48)&(J>118)&(J<182)&(K>156)&(K<196)) | ((di<9)&(J>100)&(J<215)&(K>186)&(K<222)) | ((di>12)&(di<36)&(J>108)&(J<160)&(K>138)&(K<162)))
L[limbic]=13
L[cere]=2; L[stem]=3; L[cordl]=4
L[third|fourth]=7
L[lat]=6
wall=b&(dl<2.3)&~cau&~tha
L[wall]=19
roof=wall&(di<14)&(K>178)
L[roof]=18
L[cau]=8; L[put]=9; L[pal]=10; L[tha]=11; L[plex]=12
vein=(L==14)&(db>2.5)
# --- face
jf=np.interp(np.arange(22,276),[22,60,75,92,100,112,125,150,160,168,176,186,200,276],[215,228,244,243,246,243,244,240,243,249,254,253,247,200])[None,None,:]
di2=(I-104.5)
front=150+(jf-150)*np.sqrt(np.maximum(0,1-(di2/88.)**2))
nose=np.interp(np.arange(22,276),[22,104,112,122,146,162,276],[0,0,14,22,10,0,0])[None,None,:]*np.exp(-(di2/np.interp(np.arange(22,276),[22,110,125,160,276],[14,14,11,8,8])[None,None,:])**2)
brow=0
jaw=(K>62-np.maximum(0,(200-J))*0.6)
face=(J<front+nose)&(J>165)&(K<196)&jaw
hole=ni.binary_opening(ni.gaussian_filter(dn,.5)<0.35,iterations=2)
gap=face&(~head|(hole&(J>165)&(K<182)))&~intr
head2=head|gap
head2=ni.binary_closing(head2,iterations=2)|head2
gap|=head2&~head&(J>165)
din2=edt(head2)
nz=smooth_noise(3.2); nz2=smooth_noise(6)
fv=np.clip(17+9*nz+5*nz2,9,38)                     # fat and muscle
fv=np.where((din2>9)&(nz2>0.2)&(K<150),np.clip(34+2*nz,26,38),fv)
bone=(din2>11)&(din2<16)&(K>100)&(nz2<0.9)
fv=np.where(bone,np.clip(8+3*nz,5,16),fv)
def ell(c,r): return ((np.abs(I-104.5)-c[0])/r[0])**2+((J-c[1])/r[1])**2+((K-c[2])/r[2])**2
ms=ell((31,212,122),(14,17,15)); fv=np.where(ms<1.22,33,fv); fv=np.where(ms<1,0,fv)
nc=ell((0,222,126),(15,26,20)); turb=np.sin(np.abs(di2)*0.9+nz2)>0.1
fv=np.where(nc<1.2,34,fv); fv=np.where((nc<1)&~turb&(np.abs(di2)>1.6),0,fv)
oral=ell((0,214,92),(24,24,5)); fv=np.where(oral<1,np.where(oral<.5,0,30),fv)
teeth=(np.abs(ell((0,208,92),(27,31,40))-1)<.18)&(np.abs(K-92)<13)&(np.abs(K-92)>2)&(J>205); fv=np.where(teeth,2,fv)
fs=ell((0,238,176),(13,4,8))
g2=gap
L[g2]=15; val[g2]=fv[g2]
sk=head2&(din2<1.7)&~intr; L[sk]=16; val[sk]=30
L[sk&head&(dn>8)]=16
inner=head&gap==0
for (ci,cj,ck) in [(66,219,148),(140,221,152)]:
    r=np.sqrt((I-ci)**2+(J-cj)**2+(K-ck)**2)*0.9
    bulge=np.sqrt((I-ci)**2+(J-cj-9)**2+(K-ck)**2)*0.9
    eye=(r<12.2); 
    near_=(r<16)&(L!=1)&~intr&(gap|(dn<60)); 
    L[(r<13.2)&~intr]=15; val[(r<13.2)&~intr]=30
    L[(r<12.2)&~intr]=20; val[(r<12.2)&~intr]=12
    lens=(((I-ci)/5.)**2+((J-cj-9.5)/2.4)**2+((K-ck)/5.)**2<1); L[lens]=21; val[lens]=30
head2|=(L==20)|(L==21)
# frontal sinus
fsin=(fs<1)&out&(dn<12); val[fsin]=0; L[fsin]=0
L[(L==15)&(val<=5)]=0
# --- quantise
q=val.copy()
q[b]=np.clip(q[b],12,72)
soft=[0,9,16,25,36]
small=(L>=8)&(L<=13)|(L==18)|(L==19)|(L==4)
code=np.zeros(n,np.uint8); table=[(0,0.0)]
def add(mask,label,levels,vals=None):
    lv=np.array(levels,np.float32)
    x=(vals if vals is not None else q)[mask]
    idx=np.abs(x[:,None]-lv[None]).argmin(1)
    base=len(table); table.extend((label,float(t)) for t in lv); code[mask]=base+idx
brainlevels=[12,16,20,24,28,32,36,40,44,48,52,56,60,64,67,70.5]
fewer=[12,17,22,27,32,37,42,47,52,57,61,65,70.5]
for l in (1,2,3): add(L==l,l,brainlevels)
for l in (4,8,9,10,11,12,13,18,19): add(L==l,l,fewer)
for l in (5,6,7): add(L==l,l,[12])
add(L==14,14,[24,34])
med=ni.median_filter(np.where(np.isin(L,[0,15]),q,0).astype(np.float32),3); q[(L==15)]=np.where(med[L==15]>0,med[L==15],q[L==15])
add(L==15,15,soft[1:])
add(L==16,16,[30]); add(L==17,17,[80]); add(L==20,20,[12]); add(L==21,21,[30])
print('codes',len(table))
nz_=np.where(L>0); lo=[max(0,x.min()-2) for x in nz_]; lo[2]=10; hi=[x.max()+3 for x in nz_]
sl=tuple(slice(a,c) for a,c in zip(lo,hi)); org=np.array(lo)+np.array([4,12,22])
c=code[sl]
import zlib,lzma
pl=np.ascontiguousarray(c.transpose(2,1,0))

aff=np.diag([.9,.9,.9,1.]); aff[:3,3]=(org-np.array([104.5,140,170]))*.9
im=nib.Nifti1Image(np.asfortranarray(c),aff); im.header['descrip']=b'tissue codes, see head.json'
z=gzip.compress(im.to_bytes(),9,mtime=0); open(target+'/head.nii.gz','wb').write(z); print('head.nii.gz',c.shape,len(z))
T=np.array([t[1] for t in table],np.float32)
# --- sites
def pick(mask,normal,count,apart,seed):
    r=np.random.default_rng(seed); p=np.argwhere(mask); r.shuffle(p); got=[]
    for x in p:
        if all(np.abs(x-g).max()>=apart for g in got):
            got.append(x)
            if len(got)==count: break
    o=[]
    for x in got:
        v=np.array([g[tuple(x)] for g in normal],float); v/=max(np.linalg.norm(v),1e-6)
        P=x+np.array([4,12,22])-np.array([104.5,140,170]); P=P*.9
        o.append([round(float(t),2) for t in (-P[0],-P[1],P[2],-v[0],-v[1],v[2])])   # LPS
    return o
sv=ni.gaussian_filter(np.where(intr,val,12),1.2)
gl=np.gradient(ni.gaussian_filter(dl,1.)); gw=np.gradient(ni.gaussian_filter(np.where(intr,val,0),1.5))
wm=b&(dn>66)
grey=b&(dn<54)&(L==1)|((L==13))
dg=edt(~(grey|(csf&~lat)))
inb=edt(b)
gb=np.gradient(ni.gaussian_filter(inb,1.))
z0=np.zeros(n,np.float32)
S={}
S['periventricular']=pick(wm&(dl>3.0)&(dl<4.6)&(dg>3)&(L!=18)&((L==1)|(L==19))&(di>9)&(K>150),gl,90,5,1)
S['callososeptal']=pick((L==18)&(dl>1.6)&(dn>60)&(K>184),(z0,z0,z0+1),14,5,2)
S['juxtacortical']=pick(wm&(L==1)&(dg>1.2)&(dg<2.4)&(dl>12)&(K>140),gw,140,7,3)
S['deep-white']=pick(wm&(L==1)&(dg>5)&(dl>9)&(K>168),gl,80,7,4)
S['brainstem']=pick((L==3)&(inb>1.8)&(inb<3.2)&(K>114)&(K<160)&(di<17)&(J>112)&(dn>55),[-g for g in gb],24,5,5)
S['middle-cerebellar-peduncle']=pick(b&(di>17)&(di<26)&(J>108)&(J<122)&(K>128)&(K<142)&(dn>66),(np.sign(I-104.5)+z0,z0,z0),10,3,6)
S['cerebellum']=pick((L==2)&(dn>66)&(di>18)&(J<104),gb,18,5,7)
S['deep-grey']=pick(((L==11)|(L==9)|(L==10))&(inb>2),gl,12,5,8)
S['cord']=pick((L==4)&(inb>1.2)&(K>58)&(K<98),(z0,z0,z0+1),8,5,9)
print({k:len(x) for k,x in S.items()})
doc={'labels':{'0':'air and cortical bone','1':'cerebrum','2':'cerebellum','3':'brainstem','4':'cord','5':'cerebrospinal fluid','6':'lateral ventricles','7':'third and fourth ventricle','8':'caudate','9':'putamen','10':'pallidum','11':'thalamus','12':'choroid plexus','13':'insular, cingulate and medial temporal cortex','14':'dura and veins','15':'soft tissue and marrow','16':'skin','17':'arteries','18':'corpus callosum over the ventricles','19':'wall of the lateral ventricles','20':'eye','21':'lens'},
 'codes':[[int(a),round(float(t),1)] for a,t in table],'sites':S}
with open(target+'/head.json','w') as f:
    f.write('{\n"labels": '+json.dumps(doc['labels'])+',\n"codes": '+json.dumps(doc['codes'])+',\n"sites": {\n'+',\n'.join(f'"{k}": [\n'+',\n'.join(json.dumps(r) for r in x)+']' for k,x in S.items())+'}}\n')
